using System.Net;
using KediriLapor.Agencies;
using KediriLapor.Harness;

namespace KediriLapor.Api.Tests.Agencies;

/// <summary>Every test makes a unit of its own.</summary>
public sealed class AgencyAdminTests : Story
{
    private static readonly NewAgency Parks = new() { Kind = AgencyKind.Opd, ShortName = "Dinas Taman", Name = "Dinas Pertamanan Kota Kediri", ParentCode = "SETDA" };

    private Person admin = null!;

    [OneTimeSetUp]
    public async Task SignIn() => admin = await Given.StaffAsync("admin");

    [Test]
    public async Task A_new_unit_can_be_given_reports_everywhere_without_a_restart()
    {
        await using var other = await ApiHost.StartDemoAsync(Clock, Api.Database);
        using var there = new Given(other);
        var added = await PutAsync("TAMAN", 0, Parks with { Phone = "(0354) 682-111", Email = "taman@contoh.go.id" });
        added.HasStatus(HttpStatusCode.OK);
        Assert.That((added.Header("ETag"), added.Body.Value("parent")), Is.EqualTo(("\"1\"", "SETDA")));

        var report = await Given.ReportAsync(Given.Unclear);
        var forwarded = await Eventually.SeeAsync(
            async () => await (await there.StaffAsync("verifikator")).ChangeAsync(report.StaffPath + "/disposisi", report.Version, new { agencyCode = "TAMAN" }),
            answer => answer.Status == HttpStatusCode.OK);
        forwarded.HasStatus(HttpStatusCode.OK);

        (await PutAsync("TAMAN", 1, Parks with { Active = false })).IsProblem(HttpStatusCode.Conflict, "agency_has_reports", "active");
    }

    [Test]
    public async Task A_dissolved_unit_keeps_its_name_and_gets_nothing_more()
    {
        await PutAsync("LAMA", 0, Parks);
        (await PutAsync("LAMA", 1, Parks with { Active = false })).HasStatus(HttpStatusCode.OK);
        var verifier = await Given.StaffAsync("verifikator");
        var shown = await Eventually.SeeAsync(async () => (await verifier.GetAsync("/api/v1/agencies?q=pertamanan")).Body.Values("items", "code"), codes => !codes.Contains("LAMA"));
        Assert.That(shown, Does.Not.Contain("LAMA"));
        Assert.That((await admin.GetAsync("/api/v1/admin/agencies")).Body.Values("items", "code"), Does.Contain("LAMA"));
    }

    [Test]
    public async Task Who_changed_what_is_told_field_by_field_and_cannot_be_rewritten()
    {
        await PutAsync("JEJAK", 0, Parks);
        await PutAsync("JEJAK", 1, Parks with { ShortName = "Pertamanan" });
        var changes = (await admin.GetAsync("/api/v1/admin/changes?subject=agency&key=JEJAK")).Body.GetProperty("items");
        var fact = changes[0].GetProperty("facts")[0];
        Assert.That(changes.GetArrayLength(), Is.EqualTo(2));
        Assert.That((changes[0].Value("by"), changes[0].Value("version")), Is.EqualTo(("Admin Sistem", "2")));
        Assert.That((fact.Value("field"), fact.Value("before"), fact.Value("after")), Is.EqualTo(("shortName", "Dinas Taman", "Pertamanan")));
        Assert.That(changes[0].GetProperty("facts").GetArrayLength(), Is.EqualTo(1), "only what differs");
        Assert.That(() => Sql.ExecuteAsync(Api, "UPDATE admin_changes SET by_name = 'x'"), Throws.Exception.With.Message.Contains("append-only"));
    }

    [Test]
    public async Task A_unit_that_rules_name_is_not_dissolved() =>
        (await PutAsync("DLHKP", await VersionAsync("DLHKP"), Parks with { Active = false })).IsProblem(HttpStatusCode.Conflict, "agency_in_rules", "active");

    [Test]
    public async Task Kelurahan_come_and_go_with_the_boundaries_alone()
    {
        var kelurahan = new NewAgency { Kind = AgencyKind.Kelurahan, ShortName = "Kel. Bandar Lor", Name = "Kelurahan Bandar Lor", ParentCode = "35.71.01", Phone = "0354 771234" };
        (await PutAsync(Given.BandarLor, await VersionAsync(Given.BandarLor), kelurahan)).HasStatus(HttpStatusCode.OK);
        (await PutAsync(Given.BandarLor, await VersionAsync(Given.BandarLor), kelurahan with { Active = false })).IsProblem(HttpStatusCode.UnprocessableEntity, "agency_kind_fixed", "active");
        (await PutAsync(Given.BandarLor, await VersionAsync(Given.BandarLor), kelurahan with { Kind = AgencyKind.Opd })).IsProblem(HttpStatusCode.UnprocessableEntity, "agency_kind_fixed", "kind");
        (await PutAsync("KEL-BARU", 0, kelurahan)).IsProblem(HttpStatusCode.UnprocessableEntity, "agency_kind_fixed", "kind");
    }

    [Test]
    public async Task No_unit_stands_above_itself()
    {
        await PutAsync("ATAS", 0, Parks);
        await PutAsync("BAWAH", 0, Parks with { ParentCode = "ATAS" });
        (await PutAsync("ATAS", 1, Parks with { ParentCode = "BAWAH" })).IsProblem(HttpStatusCode.UnprocessableEntity, "agency_circle", "parentCode");
        (await PutAsync("ATAS", 1, Parks with { ParentCode = "ATAS" })).IsProblem(HttpStatusCode.UnprocessableEntity, "agency_circle", "parentCode");
        (await PutAsync("ATAS", 1, Parks with { ParentCode = "TIADA" })).IsProblem(HttpStatusCode.UnprocessableEntity, "unknown_agency", "parentCode");
    }

    [TestCase("kecil", "", "", "code", "invalid_format")]
    [TestCase("UJI-1", "abc", "", "phone", "invalid_phone")]
    [TestCase("UJI-1", "", "bukan alamat", "email", "invalid_email")]
    public async Task What_cannot_be_is_refused_with_its_field(string code, string phone, string email, string field, string problem)
    {
        var refused = await PutAsync(code, 0, Parks with { Phone = phone.Length > 0 ? phone : null, Email = email.Length > 0 ? email : null });
        Assert.That(refused.Body.GetProperty("errors").GetProperty(field)[0].GetString(), Is.EqualTo(problem), refused.Text);
    }

    private Task<Answer> PutAsync(string code, int version, NewAgency agency) => admin.ReplaceAsync("/api/v1/admin/agencies/" + code, version, agency);

    private async Task<int> VersionAsync(string code) => (await admin.GetAsync("/api/v1/admin/agencies")).Body.GetProperty("items").EnumerateArray()
        .Single(agency => agency.Value("code") == code).GetProperty("version").GetInt32();
}
