using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using KediriLapor.Harness;
using KediriLapor.Proof;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using Microsoft.AspNetCore.DataProtection;

namespace KediriLapor.Api.Tests.Proof;

public sealed class ProofTests : Story
{
    private const string Roots = "/api/v1/public/history-roots";

    [Test]
    public async Task A_proof_holds_against_the_published_keys_without_the_city()
    {
        var report = await Given.WithdrawnAsync();
        Clock.Advance(TimeSpan.FromDays(1));
        await Api.CloseDaysAsync();

        var proof = await ProofOf(report);
        var keys = await Kept((await Given.Citizen.GetAsync(Roots + "/keys")).Text);

        var rows = proof.Body.GetProperty("rows").EnumerateArray().ToArray();
        Assert.That(rows.Select(row => row.GetProperty("row").Value("type")), Is.EqualTo(new[] { "submitted", "routed", "statusChanged" }));
        Assert.That(rows.Select(row => row.GetProperty("inclusion").ValueKind), Is.All.EqualTo(JsonValueKind.Object));
        Assert.That(await VerifyProofCommand.Run([await Kept(proof.Text)]), Is.Zero);
        Assert.That(await VerifyProofCommand.Run([await Kept(proof.Text), "--keys", keys]), Is.Zero);
    }

    [Test]
    public async Task A_row_of_today_is_chained_and_waits_for_its_root()
    {
        var proof = await ProofOf(await Given.ReportAsync());
        Assert.That(proof.Body.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("inclusion").ValueKind), Is.All.EqualTo(JsonValueKind.Null));
        Assert.That(await VerifyProofCommand.Run([await Kept(proof.Text)]), Is.Zero);
    }

    [TestCase("rows.1.note", "\"Menjadi tugas unit lain.\"", "Tanggapan pada baris 2 bukan yang dahulu ditulis.")]
    [TestCase("rows.1.row.agencyCode", "\"DPUPR\"", "Baris 2 (Selasa, 24 November 2026 pukul 09.00 WIB) bukan yang dahulu dicatat.")]
    [TestCase("rows.2.row.at", "\"2026-11-24T01:00:00+00:00\"", "Baris 3 (Selasa, 24 November 2026 pukul 08.00 WIB) bukan yang dahulu dicatat.")]
    [TestCase("rows.0.inclusion.index", "7", "Baris 1 tidak berada di bawah akar 2026-11-24.")]
    [TestCase("roots.0.count", "4", "Tanda tangan akar 2026-11-24 tidak sah.")]
    [TestCase("rows.1", null, "Baris 3 tidak menyambung pada baris sebelumnya.")]
    [TestCase("keys.0", null, "tidak ada di antara kunci yang dipercaya.")]
    [TestCase("rows.0.note", "7", null)]
    [TestCase("rows.0", "null", null)]
    public async Task A_proof_that_was_tampered_with_does_not_hold(string place, string? value, string? fault)
    {
        // on a city of its own: one day, one report
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Given.WorkingMorning);
        await using var city = await ApiHost.StartDemoAsync(clock);
        using var given = new Given(city);
        var report = await given.WithdrawnAsync();
        clock.Advance(TimeSpan.FromDays(1));
        await city.CloseDaysAsync();
        var proof = JsonNode.Parse((await given.Citizen.GetAsync(report.TrackingPath + "/proof", report.SecretHeader)).Text)!;

        Tamper(proof, place.Split('.'), value);

        Assert.That(await VerifyProofCommand.Run([await Kept(proof.ToJsonString())]), Is.EqualTo(fault is null ? 2 : 1));
        if (fault is not null)
        {
            var read = proof.Deserialize<ReportProof>(Person.Json)!;
            Assert.That(new ProofJudgement(read, read.Keys).Faults, Has.Some.EndsWith(fault));
        }
    }

    [Test]
    public async Task A_root_that_somebody_else_signed_is_not_the_citys()
    {
        var report = await Given.ReportAsync();
        Clock.Advance(TimeSpan.FromDays(1));
        await Api.CloseDaysAsync();
        var stranger = PublicKey.Of(SigningKey.New(new EphemeralDataProtectionProvider().CreateProtector("uji"), Clock.GetUtcNow()));
        var keys = await Kept(JsonSerializer.Serialize(new PublicKeyList([stranger]), Person.Json));

        Assert.That(await VerifyProofCommand.Run([await Kept((await ProofOf(report)).Text), "--keys", keys]), Is.EqualTo(1));
    }

    [Test]
    public async Task Anybody_can_check_a_published_root_with_its_key()
    {
        await Given.ReportAsync();
        Clock.Advance(TimeSpan.FromDays(2));
        await Api.CloseDaysAsync();

        var page = await Given.Citizen.GetAsync(Roots + "?pageSize=1");
        var next = await Given.Citizen.GetAsync($"{Roots}?pageSize=1&after={page.Body.Value("next")}");
        var pem = (await Given.Citizen.GetAsync(Roots + "/keys")).Body.GetProperty("items")[0].GetProperty("pem").GetString()!;
        var (newest, before) = (Root(page), Root(next));

        Assert.That(newest.Previous, Is.EqualTo(before.Hash()));
        using var key = ECDsa.Create();
        key.ImportFromPem(pem);
        Assert.That(new[] { newest, before }.Select(root => root.IsSignedBy(key)), Is.All.True);
        Assert.That((newest with { Count = newest.Count + 1 }).IsSignedBy(key), Is.False);
        (await Given.Citizen.GetAsync(Roots + "?after=karangan")).IsProblem(HttpStatusCode.BadRequest, "invalid_cursor", "after");

        static SignedRoot Root(Answer page) => page.Body.GetProperty("items")[0].Deserialize<SignedRoot>(Person.Json)!;
    }

    [Test]
    public async Task What_colleagues_say_and_who_they_are_is_only_a_digest()
    {
        using var given = new Given(Api);
        var report = await given.ReportAsync();
        await given.MovedAsync(report, "petugas.dlhkp", new NewStatus
        {
            To = ReportStatus.NeedsInformation,
            PublicNote = "Di sisi mana pasar?",
            InternalNote = "pelapor ini sering mengeluh",
        });

        Assert.That((await ProofOf(report)).Text, Does.Contain("Di sisi mana pasar?").And.Not.Contain("sering mengeluh").And.Not.Contain("Petugas"));
    }

    [Test]
    public async Task It_opens_by_the_secret_alone()
    {
        var (mine, other) = (await Given.ReportAsync(), await Given.ReportAsync());
        (await Given.Citizen.GetAsync(mine.TrackingPath + "/proof")).IsProblem(HttpStatusCode.NotFound, "not_found");
        (await Given.Citizen.GetAsync(mine.TrackingPath + "/proof", other.SecretHeader)).IsProblem(HttpStatusCode.NotFound, "not_found");
    }

    [Test]
    public async Task A_file_that_is_no_proof_is_told_apart_from_a_false_one()
    {
        Assert.That(await VerifyProofCommand.Run([]), Is.EqualTo(2));
        Assert.That(await VerifyProofCommand.Run(["/tidak/ada.json"]), Is.EqualTo(2));
        Assert.That(await VerifyProofCommand.Run([await Kept("{}")]), Is.EqualTo(2));
    }

    private async Task<Answer> ProofOf(FiledReport report)
    {
        var proof = await Given.Citizen.GetAsync(report.TrackingPath + "/proof", report.SecretHeader);
        proof.HasStatus(HttpStatusCode.OK);
        return proof;
    }

    /// <summary>A file, as somebody keeps it.</summary>
    private static async Task<string> Kept(string text)
    {
        var file = Path.Combine(PostgresServer.NewFolder(), "bukti.json");
        await File.WriteAllTextAsync(file, text);
        return file;
    }

    /// <summary>Puts another value, or takes the place out of its list.</summary>
    private static void Tamper(JsonNode proof, string[] place, string? value)
    {
        var parent = place[..^1].Aggregate(proof, (node, step) => int.TryParse(step, out var index) ? node[index]! : node[step]!);
        if (value is null)
        {
            parent.AsArray().RemoveAt(int.Parse(place[^1], System.Globalization.CultureInfo.InvariantCulture));
        }
        else if (parent is JsonArray list)
        {
            list[int.Parse(place[^1], System.Globalization.CultureInfo.InvariantCulture)] = JsonNode.Parse(value);
        }
        else
        {
            parent[place[^1]] = JsonNode.Parse(value);
        }
    }
}
