using System.Buffers.Text;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using KediriLapor.Harness;

namespace KediriLapor.Api.Tests.HandOvers;

/// <summary>The record that the city signs, and the ways to it.</summary>
public sealed class RecordTests : HandOverStory
{
    [Test]
    public async Task The_neighbour_verifies_by_the_published_key_alone_what_everybody_may_see_and_the_masked_words()
    {
        var (report, id) = await HandedOverAsync(WithEmail with { Description = "Tiang miring di depan rumah, hubungi saya 0812-3456-7890.", Address = "Jl. Rahasia 7" });
        var record = await Pln.ReceiveAsync(await MailedAsync());
        var said = record.Statement;
        Assert.That((said.Value("type"), said.Value("id"), said.GetProperty("to").Value("code")), Is.EqualTo(("kedirilapor.hand-over.1", $"{id}", "PLN")));
        Assert.That((said.GetProperty("report").Value("number"), said.GetProperty("report").Value("text")), Is.EqualTo((report.TrackingCode, "Tiang miring di depan rumah, hubungi saya [nomor telepon].")));
        Assert.That(said.Value("reason"), Is.EqualTo("Tiang ini milik PLN, hubungi [nomor telepon]."));
        Assert.That(said.GetProperty("handedOverAt").GetDateTimeOffset(), Is.EqualTo(Clock.GetUtcNow()), "when the city's clock stopped");
        Assert.That(said.ToString(), Does.Not.Contain("Sri Wahyuni").And.Not.Contain(Reporter).And.Not.Contain("Jl. Rahasia"), "never the reporter's contact or home");
        Assert.That(async () => await Api.ExecuteAsync("UPDATE hand_over_records SET key_id = key_id"), Throws.Exception.With.Message.Contains("append-only"));
    }

    [Test]
    public async Task A_confidential_report_carries_no_words_and_a_coarse_place()
    {
        await HandedOverAsync(Given.Pollution with { Confidential = true });
        var said = (await Pln.ReceiveAsync(await MailedAsync())).Statement.GetProperty("report");
        Assert.That((said.GetProperty("text").ValueKind, said.Value("confidential")), Is.EqualTo((JsonValueKind.Null, "true")));
        Assert.That(said.GetProperty("lat").GetDouble(), Is.Not.EqualTo(Given.InBandarLor.Lat));
    }

    [Test]
    public async Task A_forged_record_and_one_with_a_byte_changed_are_refused()
    {
        await HandedOverAsync();
        var jws = (await Pln.ReceiveAsync(await MailedAsync())).Jws;
        var parts = jws.Split('.');
        var said = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1]));
        for (var at = 0; at < said.Length; at += 41)
        {
            var bytes = Encoding.UTF8.GetBytes(said);
            bytes[at] ^= 1;
            Refused($"{parts[0]}.{Base64Url.EncodeToString(bytes)}.{parts[2]}", "the signature");
        }

        var signature = Base64Url.DecodeFromChars(parts[2]);
        signature[7] ^= 1;
        Refused($"{parts[0]}.{parts[1]}.{Base64Url.EncodeToString(signature)}", "the signature");

        // somebody else's key, under the city's name and under its own
        using var forger = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        Refused(Forged(parts[0]), "the signature");
        Refused(Forged(Head("ES256", "0000000000000000", "kedirilapor-hand-over+jws")), "a key of nobody's");
        Refused($"{Head("none", "", "kedirilapor-hand-over+jws")}.{parts[1]}.", "another kind of token");
        Refused($"{Head("ES256", "", "JWT")}.{parts[1]}.{parts[2]}", "another kind of token");

        string Forged(string head) => $"{head}.{parts[1]}.{Base64Url.EncodeToString(forger.SignData(Encoding.ASCII.GetBytes($"{head}.{parts[1]}"), System.Security.Cryptography.HashAlgorithmName.SHA256))}";

        static string Head(string alg, string kid, string typ) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new { alg, kid, typ }));

        void Refused(string forged, string why) => Assert.That(async () => await Pln.JudgeAsync(forged), Throws.TypeOf<ForgedRecord>().With.Message.Contains(why));
    }

    [Test]
    public async Task It_is_taken_along_as_open311_in_both_formats_and_as_a_document()
    {
        var (report, _) = await HandedOverAsync(Given.Pollution with { Description = "Tiang <b>miring</b> & berbahaya." });
        var link = await MailedAsync();
        var json = (await Pln.GetAsync(link, "/request.json")).Body[0];
        Assert.That((json.Value("service_request_id"), json.Value("description"), json.Value("detailed_status")), Is.EqualTo(($"{report.Id}", "Tiang <b>miring</b> & berbahaya.", "not_councils_responsibility")));
        var xml = XDocument.Parse((await Pln.GetAsync(link, "/request.xml")).Text).Root!;
        Assert.That((xml.Name.LocalName, xml.Element("request")!.Element("service_request_id")!.Value), Is.EqualTo(("service_requests", $"{report.Id}")));
        Assert.That(xml.Element("request")!.Elements().Select(element => element.Name.LocalName), Is.EqualTo(json.EnumerateObject().Select(field => field.Name)), "one tree");

        var document = await Pln.GetAsync(link, "/document");
        Assert.That(document.ContentType, Is.EqualTo("text/html"));
        Assert.That(document.Header("Content-Disposition"), Does.StartWith($"attachment; filename=serah-terima-{report.TrackingCode}.html"));
        Assert.That(document.Text, Does.Contain("Berita Acara Serah Terima").And.Contain(report.TrackingCode).And.Contain("&lt;b&gt;miring&lt;/b&gt; &amp; berbahaya."));
        Assert.That(document.Text, Does.Not.Contain("<b>miring").And.Not.Contain("http://www").And.Not.Contain("<script"), "one file, and no word of a stranger's is markup");
        (await Pln.GetAsync(link, "/request.csv")).HasStatus(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task Without_an_address_an_officer_passes_the_link_on_and_can_take_it_back()
    {
        var (_, id) = await HandedOverAsync(contact: "Posko Kediri, 123");
        var (link, linkId) = await ToldAsync(id);
        Assert.That(link.ToString(), Does.StartWith("https://lapor.contoh.id/serah-terima/"));
        Assert.That((await Pln.ReceiveAsync(link)).Id, Is.EqualTo(id));
        Assert.That(Catcher.To(Desk), Is.Empty);
        var token = link.Fragment.TrimStart('#');
        Assert.That(await Api.CountAsync($"hand_over_links WHERE encode(token_hash, 'escape') LIKE '%{token}%'"), Is.Zero, "kept as a hash");

        var verifier = await Given.StaffAsync("verifikator");
        Assert.That((await verifier.GetAsync($"{HandOvers}/{id}")).Body.Values("links", "state"), Is.EqualTo(new[] { "told" }));
        (await verifier.WriteAsync(HttpMethod.Delete, $"{HandOvers}/{id}/links/{linkId}")).HasStatus(HttpStatusCode.NoContent);
        foreach (var part in new[] { "", "/request.json", "/request.xml", "/document" })
        {
            (await Pln.GetAsync(link, part)).IsProblem(HttpStatusCode.NotFound, "not_found");
        }

        (await Pln.DeclineAsync(link, "Bukan kami.")).IsProblem(HttpStatusCode.NotFound, "not_found");
    }

    [Test]
    public async Task A_link_opens_its_own_hand_over_for_half_a_year_and_nothing_else_does()
    {
        var (_, id) = await HandedOverAsync();
        var (_, other) = await HandedOverAsync();
        var (link, _) = await ToldAsync(id);
        var token = link.Fragment;
        foreach (var wrong in new[] { $"{id}", $"{id}#karangan", $"{id}#{new string('A', 43)}", $"{other}{token}", $"{Guid.CreateVersion7()}{token}" })
        {
            (await Pln.GetAsync(new Uri("https://lapor.contoh.id/serah-terima/" + wrong), "")).IsProblem(HttpStatusCode.NotFound, "not_found");
        }

        Clock.Advance(TimeSpan.FromDays(181));
        (await Pln.GetAsync(link, "")).IsProblem(HttpStatusCode.NotFound, "not_found");
    }

    [Test]
    public async Task A_mail_that_the_server_does_not_take_is_tried_again_and_who_handles_the_report_sees_it()
    {
        Catcher.Down = true;
        var (_, id) = await HandedOverAsync();
        var verifier = await Given.StaffAsync("verifikator");
        Assert.That(await StateAsync("waiting"), Is.EqualTo("waiting"));
        Catcher.Down = false;
        await Eventually.SeeAsync(() => Api.CountAsync("hand_over_links WHERE attempts > 0"), tried => tried > 0);
        Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.That((await Pln.ReceiveAsync(await MailedAsync())).Id, Is.EqualTo(id));
        Assert.That(await StateAsync("sent"), Is.EqualTo("sent"));

        async Task<string?> StateAsync(string wanted) => await Eventually.SeeAsync(
            async () => (await verifier.GetAsync($"{HandOvers}/{id}")).Body.Values("links", "state").Single(), state => state == wanted);
    }

    [Test]
    public async Task Handed_over_without_naming_anybody_there_is_no_record_and_others_hear_of_none()
    {
        var report = await Given.MovedAsync(await Given.ReportAsync(), "verifikator", ToPln() with { HandedOverTo = null });
        await Api.OutboxIsDeliveredAsync();
        Assert.That(await Api.CountAsync($"hand_overs WHERE report_id = '{report.Id}'"), Is.Zero);

        var (_, id) = await HandedOverAsync(Given.Pollution);
        (await (await Given.StaffAsync("petugas.dpupr")).GetAsync($"{HandOvers}/{id}")).IsProblem(HttpStatusCode.NotFound, "not_found");
        (await (await Given.StaffAsync("petugas.dpupr")).PostAsync($"{HandOvers}/{id}/links", new { }, Key())).IsProblem(HttpStatusCode.NotFound, "not_found");
        (await (await Given.StaffAsync("verifikator")).PostAsync($"{HandOvers}/{id}/links", new { email = "bukan alamat" }, Key())).IsProblem(HttpStatusCode.UnprocessableEntity, "invalid_email", "email");
    }
}
