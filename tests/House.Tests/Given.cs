using System.Globalization;
using System.Text.Json.Nodes;

namespace KediriLapor.House.Tests;

/// <summary>Reports as the tests of the contract and of access need them: about a broken city road, so DPUPR's, with one photo.</summary>
internal static class Given
{
    /// <summary>A white dot.</summary>
    public static readonly byte[] Photo = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=");

    /// <summary>As much of a PDF as one needs to have.</summary>
    public static readonly byte[] Pdf = [.. "%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<</Size 2/Root 1 0 R>>\nstartxref\n42\n%%EOF\n"u8];

    /// <summary>One day off, as a calendar program writes it.</summary>
    public static MultipartFormDataContent Calendar(string day = "DTSTART;VALUE=DATE:20280101") => new()
    {
        { new StringContent($"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{day}\r\nSUMMARY:Tahun Baru\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"), "file", "libur.ics" },
    };

    /// <summary>One rule about broken roads in one ward, from the day after tomorrow on or later: nothing routed by it yet.</summary>
    public static object[] NewRule(int inDays, string agency, int days = 1) =>
    [
        new
        {
            kind = "add",
            rule = new
            {
                serviceCode = "JLN-RUSAK", kelurahanCode = "35.71.01.1001", target = "agency", agencyCode = agency,
                validFrom = TimeProvider.System.GetUtcNow().AddDays(inDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                validUntil = TimeProvider.System.GetUtcNow().AddDays(inDays + days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            },
        },
    ];

    /// <summary>The header that names <see cref="Browser"/>.</summary>
    public static readonly (string Name, string? Value) PushEndpoint = ("Push-Endpoint", "https://push.contoh.invalid/p/1");

    /// <summary>A browser of nobody's, with the keys of RFC 8291, appendix A; its push service is nowhere.</summary>
    public static readonly object Browser = new
    {
        endpoint = PushEndpoint.Value,
        keys = new { p256dh = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4", auth = "BTBZMqHH6r4Tts7J_aSIgg" },
    };

    /// <summary>What WhatsApp's webhooks are signed with here, and the word they are set up with.</summary>
    public const string WhatsAppSecret = "rahasia aplikasi uji rumah";

    public const string WhatsAppWord = "kata-uji-rumah";

    public static readonly (string Name, string? Value) WrongSignature = ("X-Hub-Signature-256", "sha256=" + new string('0', 64));

    /// <summary>What a client sends for a token.</summary>
    public static FormUrlEncodedContent Credentials(string clientId, string secret) =>
        new(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = clientId, ["client_secret"] = secret });

    /// <summary>A client that an admin lets in.</summary>
    public static object NewClient(string[]? agencies = null, params string[] scopes) =>
        new { clientId = $"uji-{Guid.CreateVersion7()}", name = "Klien uji", scopes = scopes.Length == 0 ? ["reports:read", "reports:write", "updates:write", "webhooks:manage"] : scopes, agencies };

    public static async Task<JsonNode> Client(Person admin, string[]? agencies = null, params string[] scopes) =>
        await Done(await admin.Send("POST", "admin/clients", NewClient(agencies, scopes), ("Idempotency-Key", Guid.CreateVersion7().ToString())));

    /// <summary>Nobody listens there.</summary>
    public const string WebhookUrl = "http://127.0.0.1:9/hook";

    /// <summary>A webhook of the client <c>demo</c>, made by an admin, and its secret.</summary>
    public static async Task<JsonNode> Webhook(Person admin) =>
        await Done(await admin.Send("POST", "webhooks", new { url = WebhookUrl, client = "demo" }, ("Idempotency-Key", Guid.CreateVersion7().ToString())));

    /// <summary>What a POST that creates comes with, another each time.</summary>
    public static (string Name, string? Value) Key => ("Idempotency-Key", Guid.CreateVersion7().ToString());

    public static readonly object Place = new { lat = -7.8166, lng = 112.0119 };

    /// <summary>A report that the rules routed to DPUPR.</summary>
    public static async Task<GivenReport> RoutedReport(Person reporter)
    {
        var photo = (await Done(await reporter.Upload(Photo)))["id"]!.GetValue<string>();
        var receipt = await Submitted(
            reporter, new { serviceCode = "JLN-RUSAK", description = "Jalan berlubang dalam di depan pasar", location = Place, attachmentIds = new[] { photo } });
        Assert.That((Text("status"), Text("agency", "code")), Is.EqualTo(("routed", "DPUPR")));
        return new GivenReport(Text("id"), Text("trackingCode"), Text("secret"), photo, Version(receipt));

        string Text(params string[] path) => path.Aggregate(receipt, (node, name) => node[name]!).GetValue<string>();
    }

    /// <summary>The receipt of any report.</summary>
    public static async Task<JsonNode> Submitted(Person reporter, object report) =>
        await Done(await reporter.Send("POST", "reports", report, ("Idempotency-Key", Guid.CreateVersion7().ToString())));

    /// <summary>The same after the officer accepted it.</summary>
    public static async Task<GivenReport> AcceptedReport(Person reporter, Person officer)
    {
        var report = await RoutedReport(reporter);
        var standing = await Done(await officer.Send("POST", $"reports/{report.Id}/status", new { to = "inProgress" }, ("If-Match", report.ETag)));
        return report with { Version = Version(standing) };
    }

    /// <summary>The same with a PDF of the officer's.</summary>
    public static async Task<GivenReport> DocumentedReport(Person reporter, Person officer)
    {
        var report = await AcceptedReport(reporter, officer);
        var document = (await Done(await officer.Upload(Pdf)))["id"]!.GetValue<string>();
        var standing = await Done(await officer.Send("POST", $"reports/{report.Id}/notes", new { internalNote = "Surat perintah", attachmentIds = new[] { document } }, ("If-Match", report.ETag)));
        return report with { Version = Version(standing), Document = document };
    }

    /// <summary>The same after the officer did the work and showed it.</summary>
    public static async Task<GivenReport> ResolvedReport(Person reporter, Person officer)
    {
        var report = await AcceptedReport(reporter, officer);
        var photo = (await Done(await officer.Upload(Photo)))["id"]!.GetValue<string>();
        var standing = await Done(await officer.Send(
            "POST", $"reports/{report.Id}/status", new { to = "resolved", publicNote = "Sudah ditambal.", attachmentIds = new[] { photo } }, ("If-Match", report.ETag)));
        return report with { Version = Version(standing) };
    }

    /// <summary>Handed to PLN, with its signed record made.</summary>
    /// <returns>The hand-over's id.</returns>
    public static async Task<string> HandOver(Person reporter, Person officer)
    {
        var report = await AcceptedReport(reporter, officer);
        await Done(await officer.Send(
            "POST", $"reports/{report.Id}/status",
            new { to = "closed", reason = "notOurs", publicNote = "Tiang ini milik PLN.", handedOverTo = new { agencyCode = "PLN" } }, ("If-Match", report.ETag)));
        var id = (await Done(await officer.Get("reports/" + report.Id)))["handedOverTo"]!["id"]!.GetValue<string>();
        Assert.That(
            async () =>
            {
                using var answer = await officer.Get("hand-overs/" + id);
                return answer.IsSuccessStatusCode;
            },
            Is.True.After(20).Seconds.PollEvery(100).MilliSeconds);
        return id;
    }

    /// <summary>The token of a link to it, as its receiver shows it.</summary>
    public static async Task<(string Name, string? Value)> HandOverToken(Person officer, string id)
    {
        var made = await Done(await officer.Send("POST", $"hand-overs/{id}/links", new { }, Key));
        return ("Hand-Over-Token", made["url"]!.GetValue<string>().Split('#')[1]);
    }

    private static (string, string?) NewKey => ("Idempotency-Key", Guid.CreateVersion7().ToString());

    /// <summary>A call that an operator logged, as they see it.</summary>
    public static async Task<JsonNode> Call(Person taker, string kind = "complaint", string? phone = "081234567890") =>
        await Done(await taker.Send("POST", "calls", new { kind, phone }, NewKey));

    /// <summary>A mark that rests on two pranks.</summary>
    public static async Task<JsonNode> Mark(Person taker) => await Done(await taker.Send("POST", "calls/marks", await NewMark(taker), NewKey));

    public static async Task<object> NewMark(Person taker) =>
        new { kind = "prank", callIds = new[] { (await Call(taker, "prank"))["id"]!.GetValue<string>(), (await Call(taker, "prank"))["id"]!.GetValue<string>() }, note = "Dua kali melapor kebakaran yang tidak ada." };

    /// <summary>A fire that DPUPR was sent to.</summary>
    public static async Task<JsonNode> Dispatch(Person taker) => await Done(await taker.Send("POST", "dispatches", Fire, NewKey));

    public static readonly object Fire = new { serviceCode = "DAR-KEBAKARAN", location = Place, place = "Belakang pasar", units = new[] { "DPUPR" } };

    /// <summary>A demo car of Bandar Lor.</summary>
    public const string Car = "01930000-0000-7000-8000-000000001103";

    /// <summary>A request for a car of Bandar Lor, some days from now: on a day of its own for each, so that none meets another.</summary>
    public static object NewCarRequest(string purpose = "errand", object? carId = null, int day = 20, string? reportId = null) => new
    {
        kelurahanCode = "35.71.01.1001",
        purpose,
        from = CarTime(day, 8),
        until = CarTime(day, 10),
        pickUp = "Gang 2 depan musala",
        destination = "RSUD Gambiran",
        passengers = 2,
        contact = new { name = "Sulastri", phone = "081234567890" },
        carId,
        reportId,
    };

    /// <param name="day">From today on.</param>
    /// <param name="hour">In Kediri.</param>
    public static string CarTime(int day, int hour) =>
        TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).AddDays(day).ToString($"yyyy-MM-dd'T'{hour:00}:00:00+07:00", CultureInfo.InvariantCulture);

    public static async Task<GivenReport> CarRequest(Person requester, object? request = null)
    {
        var receipt = await Done(await requester.Send("POST", "mobmas/requests", request ?? NewCarRequest(), ("Idempotency-Key", Guid.CreateVersion7().ToString())));
        return new GivenReport(receipt["id"]!.GetValue<string>(), receipt["trackingCode"]!.GetValue<string>(), receipt["secret"]!.GetValue<string>(), "", Version(receipt));
    }

    /// <summary>A car as an admin writes it down.</summary>
    public static object NewCar(string plate) => new { plate, name = "Mobil uji", agencyCode = "35.71.01", seats = 6, state = "available" };

    /// <summary>Waits until everybody can see it: the public picture follows by the outbox, a moment later.</summary>
    public static void Published(Person anybody, GivenReport report) => Assert.That(
        async () =>
        {
            using var answer = await anybody.Get("public/reports/" + report.Id);
            return answer.IsSuccessStatusCode;
        },
        Is.True.After(20).Seconds.PollEvery(100).MilliSeconds);

    private static int Version(JsonNode answer) => answer["version"]!.GetValue<int>();

    /// <summary>A proposal of a ward.</summary>
    public static object NewWork(string kelurahanCode, string title = "Paving Gang Kenanga") => new
    {
        kelurahanCode,
        year = 2026,
        title,
        kind = "road",
        volume = 120,
        unit = "m",
        startsOn = "2026-06-01",
        endsOn = "2026-08-31",
        address = "Gang Kenanga RT 03",
        beneficiaries = 240,
        budget = new[] { new { name = "Bahan", planned = 65_000_000 } },
    };

    public static object ChangedWork(string? reason = null, double volume = 120, string endsOn = "2026-08-31") => new
    {
        title = "Paving Gang Kenanga",
        kind = "road",
        volume,
        unit = "m",
        startsOn = "2026-06-01",
        endsOn,
        address = "Gang Kenanga RT 03",
        beneficiaries = 240,
        budget = new[] { new { name = "Bahan", planned = 65_000_000 } },
        reason,
    };

    /// <summary>A work that an admin writes down for Bandar Lor; its id.</summary>
    public static async Task<string> Work(Person admin) =>
        (await Done(await admin.Send("POST", "merata/works", NewWork("35.71.01.1001"), ("Idempotency-Key", Guid.CreateVersion7().ToString()))))["id"]!.GetValue<string>();

    /// <summary>The same with a contract; at version 3.</summary>
    public static async Task<string> ContractedWork(Person admin)
    {
        var id = await Work(admin);
        await Done(await admin.Send("POST", $"merata/works/{id}/stage", new { to = "planned", number = "DPA/1" }, ("If-Match", "\"1\"")));
        await Done(await admin.Send("POST", $"merata/works/{id}/stage", new { to = "contracted", number = "SPK/1", pokmasName = "Pokmas Kenanga", pokmasChair = "Slamet" }, ("If-Match", "\"2\"")));
        return id;
    }

    /// <summary>What an examiner writes about a work; the answer is asked for within ten days.</summary>
    public static object NewFinding(string workId, string grade = "minor") =>
        new { workId, aspect = "volume", grade, description = "Panjang terukur 112 m dari 120 m.", followUpBy = TimeProvider.System.GetUtcNow().AddDays(10).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) };

    /// <summary>A finding at a planned work of Bandar Lor, by an admin; its id.</summary>
    public static async Task<string> Finding(Person admin) =>
        (await Done(await admin.Send("POST", "merata/findings", NewFinding(await ContractedWork(admin)), ("Idempotency-Key", Guid.CreateVersion7().ToString()))))["id"]!.GetValue<string>();

    public static object NewIndicator(int target = 80) => new
    {
        name = "Serapan",
        definition = "Realisasi dari anggaran.",
        group = "conformity",
        numerator = "realisedMoney",
        denominator = "plannedMoney",
        unit = "percent",
        aim = "higher",
        target,
        tolerance = 5,
    };

    /// <summary>A report about a lane of Bandar Lor, which that ward has.</summary>
    public static async Task<GivenReport> WardReport(Person reporter)
    {
        var receipt = await Done(await reporter.Send(
            "POST", "reports", new { serviceCode = "JLN-LINGKUNGAN", description = "Paving gang rusak dan bergelombang", location = new { lat = -7.818385, lng = 112.003541 } },
            ("Idempotency-Key", Guid.CreateVersion7().ToString())));
        return new GivenReport(receipt["id"]!.GetValue<string>(), receipt["trackingCode"]!.GetValue<string>(), receipt["secret"]!.GetValue<string>(), "", Version(receipt));
    }

    /// <summary>The id of an upload: a picture, or a PDF.</summary>
    public static async Task<string> Upload(Person person, byte[] file) => (await Done(await person.Upload(file)))["id"]!.GetValue<string>();

    private static async Task<JsonNode> Done(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.That(answer.IsSuccessStatusCode, Is.True, await answer.Content.ReadAsStringAsync());
            return await Person.Read(answer);
        }
    }
}

internal sealed record GivenReport(string Id, string TrackingCode, string Secret, string Photo, int Version)
{
    /// <summary>The id of a PDF, where there is one.</summary>
    public string? Document { get; init; }

    public string ETag => string.Create(CultureInfo.InvariantCulture, $"\"{Version}\"");
}
