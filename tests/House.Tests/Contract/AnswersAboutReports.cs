namespace KediriLapor.House.Tests.Contract;

/// <summary>The part of the walk about what one can do with a report.</summary>
public sealed partial class AnswersTests
{
    private static async Task Sending(Person stranger)
    {
        await Walk(stranger.Upload(Given.Photo), stranger.Upload([1, 2, 3]), stranger.Upload(new byte[(10 * 1024 * 1024) + 1]));
        await Walk(stranger.Send("POST", "attachments", new MultipartFormDataContent { { new StringContent("x"), "lain" } }));

        var key = ("Idempotency-Key", Guid.CreateVersion7().ToString());
        await Walk(
            Submit(new { serviceCode = "JLN-RUSAK", description = Sentence, location = Given.Place, reporter = new { name = "Sri", phone = "081234567890" } }));
        await Walk(
            Submit(new { serviceCode = "JLN-RUSAK", description = Sentence, location = Given.Place, reporter = new { name = "Sri", phone = "081234567890" } }),
            Submit(new { serviceCode = "JLN-RUSAK", description = "Isi yang lain", location = Given.Place }),
            Submit(new { serviceCode = "JLN-RUSAK", description = Sentence, location = new { lat = -7.0, lng = 110.0 } }),
            Submit(new { serviceCode = "", description = "" }),
            Submit(new { serviceCode = "JLN-RUSAK", description = Sentence, status = "closed" }));

        Task<HttpResponseMessage> Submit(object report) => stranger.Send("POST", "reports", report, key);
    }

    private static async Task Reading(Person stranger, Person officer)
    {
        var report = await Given.RoutedReport(stranger);
        await Walk(
            officer.Get("reports?status=routed&pageSize=1"), officer.Get("reports?status=karangan"), officer.Get("reports/" + report.Id),
            officer.Get($"reports/{report.Id}/attachments/{report.Photo}?size=thumb"), officer.Get($"reports/{report.Id}/attachments/{report.Photo}?size=karangan"),
            officer.Get($"reports/{report.Id}/attachments/{Guid.CreateVersion7()}"), officer.Get("reports/" + Guid.CreateVersion7()),
            officer.Get($"reports/{report.Id}/deadline"), officer.Get($"reports/{Guid.CreateVersion7()}/deadline"));
        var documented = await Given.DocumentedReport(stranger, officer);
        await Walk(
            officer.Get($"reports/{documented.Id}/documents/{documented.Document}"), officer.Get($"reports/{documented.Id}/documents/{documented.Document}?karangan=1"),
            officer.Get($"reports/{documented.Id}/documents/{report.Photo}"), officer.Get("reports/" + documented.Id));
        await Walk(
            officer.Get("reports/counts?service=JLN-RUSAK"), officer.Get("reports/counts?q=" + new string('x', 201)), officer.Get($"reports/{Guid.CreateVersion7()}/events"),
            officer.Get("queue/events", ("Last-Event-ID", "karangan")));
        Given.Published(stranger, report);
        await Walk(stranger.Get("public/history-roots"), stranger.Get("public/history-roots/keys"));
        await Walk(stranger.Get("public/reports?bbox=1,2"), stranger.Get("public/reports?pageSize=1&bbox=111,-8,113,-7"));
        await Walk(stranger.Get("public/map?zoom=12"), stranger.Get("public/map?zoom=12&bbox=111.9,-7.9,112.1,-7.7"));
        await Walk(stranger.Get("map/base"), stranger.Get("map/base?karangan=1"));
        await Walk(
            stranger.Get("statistics/public?days=0"), stranger.Get("statistics/public"), stranger.Get("statistics/reports?by=kelurahan"), stranger.Get("statistics/reports?by=village"),
            stranger.Get("statistics/reports.csv?by=month"), stranger.Get("statistics/reports.pdf"), stranger.Get("statistics/reports.csv?by=village"), stranger.Get("statistics/hot-spots"),
            stranger.Get("statistics/hot-spots?karangan=1"), stranger.Get("statistics/fairness"), stranger.Get("statistics/fairness?service=KARANGAN"), stranger.Get("statistics/alarms"),
            stranger.Get("statistics/alarms?karangan=1"), officer.Get("statistics/own"), officer.Get("statistics/own?by=village"));
    }

    private static async Task Moving(Person stranger, Person officer, Person verifier)
    {
        var report = await Given.RoutedReport(stranger);
        var (status, disposisi) = ($"reports/{report.Id}/status", $"reports/{report.Id}/disposisi");
        foreach (var (path, fitting, closed, unfit) in new (string, object, object, object)[]
        {
            (status, new { to = "inProgress" }, new { to = "resolved", publicNote = "Sudah" }, new { to = "submitted" }),
            (disposisi, new { agencyCode = "DLHKP" }, new { agencyCode = "DLHKP" }, new { agencyCode = "KARANGAN" }),
        })
        {
            await Walk(
                officer.Send("POST", path, fitting), officer.Send("POST", path, fitting, ("If-Match", "\"99\"")), officer.Send("POST", path, fitting, ("If-Match", "*")),
                officer.Send("POST", path.Replace(report.Id, Guid.CreateVersion7().ToString(), StringComparison.Ordinal), fitting, ("If-Match", report.ETag)),
                officer.Send("POST", path, closed, ("If-Match", report.ETag)), officer.Send("POST", path, unfit, ("If-Match", report.ETag)));
        }

        var key = ("Idempotency-Key", Guid.CreateVersion7().ToString());
        object Batch(string note) => new { items = new object[] { new { id = report.Id, version = 99, note = new { internalNote = note } } } };
        await Walk(officer.Send("POST", "reports:batch", Batch("Besok"), key));
        await Walk(
            officer.Send("POST", "reports:batch", Batch("Besok"), key), officer.Send("POST", "reports:batch", Batch("Lusa"), key), officer.Send("POST", "reports:batch", Batch("Besok")),
            officer.Send("POST", "reports:batch", new { items = Array.Empty<object>() }, key));

        var notes = $"reports/{report.Id}/notes";
        await Walk(
            officer.Send("POST", notes, new { publicNote = "" }, ("If-Match", report.ETag)), officer.Send("POST", notes, new { publicNote = "Besok" }),
            officer.Send("POST", notes, new { karangan = 1 }, ("If-Match", report.ETag)),
            officer.Send("POST", notes, new { publicNote = "Besok" }, ("If-Match", "\"99\"")),
            officer.Send("POST", $"reports/{Guid.CreateVersion7()}/notes", new { publicNote = "Besok" }, ("If-Match", report.ETag)));
        await Walk(verifier.Send("POST", disposisi, new { agencyCode = "DLHKP", serviceCode = "SMP-LIAR", note = "Ini sampah" }, ("If-Match", report.ETag)));
        var other = await Given.RoutedReport(stranger);
        await Walk(officer.Send("POST", $"reports/{other.Id}/status", new { to = "inProgress" }, ("If-Match", other.ETag)), officer.Get("reports/" + other.Id));
        await Walk(officer.Send("POST", $"reports/{other.Id}/notes", new { publicNote = "Besok" }, ("If-Match", (other with { Version = other.Version + 1 }).ETag)));
    }

    private static async Task Tracking(Person stranger, Person officer)
    {
        var report = await Given.AcceptedReport(stranger, officer);
        var (own, secret, version) = ("tracking/" + report.TrackingCode, ("Report-Secret", report.Secret), ("If-Match", report.ETag));
        await Walk(
            stranger.Get(own, secret), stranger.Get(own), stranger.Get(own + "?karangan=1", secret), stranger.Get(own + "/proof", secret), stranger.Get(own + "/proof"),
            stranger.Get($"{own}/attachments/{report.Photo}", secret), stranger.Get($"{own}/attachments/{report.Photo}?size=karangan", secret),
            stranger.Get($"{own}/attachments/{Guid.CreateVersion7()}", secret),
            Move(new { to = "closed" }, version, secret), Move(new { to = "closed" }, version), Move(new { to = "closed" }, secret),
            Move(new { to = "closed" }, ("If-Match", "\"99\""), secret), Move(new { to = "karangan" }, version, secret));
        await Walk(officer.Send("POST", $"reports/{report.Id}/status", new { to = "needsInformation", publicNote = "Di sebelah mana?" }, version));
        var asked = report with { Version = report.Version + 1 };
        await Walk(Move(new { to = "routed" }, ("If-Match", asked.ETag), secret));
        await Walk(Move(new { to = "routed", note = "Di depan pasar" }, ("If-Match", asked.ETag), secret));
        await Walk(stranger.Get(own, secret));

        Task<HttpResponseMessage> Move(object move, params (string, string?)[] headers) => stranger.Send("POST", own + "/status", move, headers);
    }

    private static async Task Rating(Person stranger, Person officer)
    {
        var report = await Given.ResolvedReport(stranger, officer);
        var (secret, version) = (("Report-Secret", report.Secret), ("If-Match", report.ETag));
        await Walk(
            Rate(new { stars = 1 }, version, secret), Rate(new { stars = 9 }, version, secret), Rate(new { stars = 5 }, version), Rate(new { stars = 5 }, secret),
            Rate(new { stars = 5 }, ("If-Match", "\"99\""), secret));
        await Walk(Rate(new { stars = 5, comment = "Terima kasih" }, version, secret));
        await Walk(Rate(new { stars = 5 }, ("If-Match", (report with { Version = report.Version + 1 }).ETag), secret));

        Task<HttpResponseMessage> Rate(object rating, params (string, string?)[] headers) =>
            stranger.Send("POST", $"tracking/{report.TrackingCode}/rating", rating, headers);
    }

    private static async Task Duplicates(Person stranger, Person officer)
    {
        var (report, survivor) = (await Given.RoutedReport(stranger), await Given.RoutedReport(stranger));
        var (own, absent, version, old) = ("reports/" + report.Id, "reports/" + Guid.CreateVersion7(), ("If-Match", report.ETag), ("If-Match", "\"99\""));
        await Walk(officer.Get(own + "/similar"), officer.Get(absent + "/similar"), officer.Get(own + "/similar?karangan=1"));
        var rejection = $"/similar/{survivor.Id}/rejection";
        await Walk(officer.Send("PUT", own + rejection), officer.Send("PUT", absent + rejection));
        await Walk(officer.Send("DELETE", own + rejection), officer.Send("DELETE", absent + rejection));

        var children = new { children = new[] { new { description = "Trotoarnya juga rusak" } } };
        var done = await Given.ResolvedReport(stranger, officer);
        await Walk(
            officer.Send("POST", own + "/split", children), officer.Send("POST", own + "/split", children, old), officer.Send("POST", absent + "/split", children, version),
            officer.Send("POST", own + "/split", new { children = Array.Empty<object>() }, version),
            officer.Send("POST", own + "/split", new { children = new[] { new { description = "Trotoarnya juga rusak", serviceCode = "KARANGAN" } } }, version),
            officer.Send("POST", $"reports/{done.Id}/split", children, ("If-Match", done.ETag)));
        var parent = await Given.RoutedReport(stranger);
        await Walk(officer.Send("POST", $"reports/{parent.Id}/split", children, ("If-Match", parent.ETag)));
        await Walk(officer.Get("reports/" + parent.Id), stranger.Get("tracking/" + parent.TrackingCode, ("Report-Secret", parent.Secret)));

        var into = new { into = survivor.Id };
        await Walk(
            officer.Send("POST", own + "/merge", into), officer.Send("POST", own + "/merge", into, old), officer.Send("POST", absent + "/merge", into, version),
            officer.Send("POST", own + "/merge", new { into = Guid.CreateVersion7() }, version), officer.Send("POST", own + "/merge", new { into = "karangan" }, version),
            officer.Send("POST", own + "/merge", new { into = done.Id }, version), officer.Send("DELETE", own + "/merge", null, version));
        await Walk(officer.Send("POST", own + "/merge", into, version));
        await Walk(officer.Get(own), officer.Get("reports/" + survivor.Id), stranger.Get("tracking/" + report.TrackingCode, ("Report-Secret", report.Secret)));
        var merged = ("If-Match", (report with { Version = report.Version + 1 }).ETag);
        await Walk(
            officer.Send("DELETE", own + "/merge"), officer.Send("DELETE", own + "/merge", null, ("If-Match", "*")), officer.Send("DELETE", own + "/merge", null, old),
            officer.Send("DELETE", absent + "/merge", null, merged));
        await Walk(officer.Send("DELETE", own + "/merge", null, merged));
    }

    private static async Task Supporting(Person stranger, Person officer)
    {
        var (report, done) = (await Given.RoutedReport(stranger), await Given.ResolvedReport(stranger, officer));
        Given.Published(stranger, report);
        Given.Published(stranger, done);
        var (shown, key) = ("public/reports/" + report.Id, ("Supporter-Key", Guid.CreateVersion7().ToString()));
        await Walk(
            stranger.Get(shown), stranger.Get("public/reports/" + Guid.CreateVersion7()), stranger.Get(shown + "?karangan=1"),
            stranger.Get("public/reports/similar?lat=-7.8166&lng=112.0119&service=JLN-RUSAK&text=jalan%20berlubang"), stranger.Get("public/reports/similar?lat=-7.8166"));
        using var seen = await stranger.Get(shown);
        await Walk(stranger.Get(shown, ("If-None-Match", seen.Headers.ETag!.Tag)));
        await Walk(stranger.Send("POST", shown + "/support", null, key), stranger.Send("POST", shown + "/support"),
            stranger.Send("POST", $"public/reports/{Guid.CreateVersion7()}/support", null, key), stranger.Send("DELETE", shown + "/support"),
            stranger.Send("DELETE", $"public/reports/{Guid.CreateVersion7()}/support", null, key));
        await Walk(stranger.Send("DELETE", shown + "/support", null, key));
        Assert.That(
            async () =>
            {
                using var answer = await stranger.Send("POST", $"public/reports/{done.Id}/support", null, key);
                return (int)answer.StatusCode;
            },
            Is.EqualTo(409).After(20).Seconds.PollEvery(100).MilliSeconds);
    }
}
