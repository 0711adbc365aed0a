using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using KediriLapor.Harness;
using KediriLapor.Reports;
using KediriLapor.Reports.Duplicates;

namespace KediriLapor.Api.Tests.Reports.Duplicates;

public sealed class SplitTests : Story
{
    private static readonly Splitting Two = new()
    {
        Children =
        [
            new SplitChild { Description = "Sampah menumpuk di depan pasar.", ServiceCode = "SMP-ANGKUT" },
            new SplitChild { Description = "Paving gang rusak.", ServiceCode = "JLN-LINGKUNGAN", KelurahanCode = Given.BandarKidul },
        ],
    };

    [Test]
    public async Task Each_child_is_a_full_report_routed_by_the_rules_and_the_parent_goes_on()
    {
        var parent = await Given.ReportAsync();
        var verifier = await Given.StaffAsync("verifikator");

        var outcome = await verifier.ChangeAsync(parent.StaffPath + "/split", parent.Version, Two);

        outcome.HasStatus(HttpStatusCode.OK);
        Assert.That(outcome.Header("ETag"), Is.EqualTo($"\"{parent.Version + 1}\""));
        Assert.That(outcome.Body.Values("children", "agency"), Is.EqualTo(new[] { "DLHKP", Given.BandarKidul }));
        var detail = (await verifier.GetAsync(parent.StaffPath)).Body;
        Assert.That((detail.Value("status"), detail.Values("history", "type")[^1]), Is.EqualTo(("routed", "split")));
        Assert.That(detail.GetProperty("relations").Values("children", "id"), Is.EquivalentTo(outcome.Body.Values("children", "id")));
        var child = (await verifier.GetAsync($"/api/v1/reports/{outcome.Body.Values("children", "id")[0]}")).Body;
        Assert.Multiple(() =>
        {
            Assert.That(child.GetProperty("relations").GetProperty("parent").Value("id"), Is.EqualTo(parent.Id.ToString()));
            Assert.That(child.GetProperty("location").GetRawText(), Is.EqualTo(detail.GetProperty("location").GetRawText()), "the parent's place, unless another is named");
            Assert.That(child.GetProperty("routing").Value("agency"), Is.EqualTo("DLHKP"));
        });
    }

    [Test]
    public async Task The_reporter_reaches_the_children_with_the_secret_of_the_parent()
    {
        var parent = await Given.ReportAsync(Given.Pollution with { Reporter = new ReporterDetails { Name = "Sulastri Kenari", Phone = "081234567890" } });
        (await (await Given.StaffAsync("petugas.dlhkp")).ChangeAsync(parent.StaffPath + "/split", parent.Version, Two)).HasStatus(HttpStatusCode.OK);

        var told = (await TrackAsync(parent.TrackingPath, parent)).Body;
        Assert.That(told.Values("children", "service"), Is.EquivalentTo(new[] { "SMP-ANGKUT", "JLN-LINGKUNGAN" }));
        var code = told.Values("children", "trackingCode")[0];
        var child = await TrackAsync($"/api/v1/tracking/{code}", parent);
        child.HasStatus(HttpStatusCode.OK);
        Assert.That(child.Body.Value("parentCode"), Is.EqualTo(parent.TrackingCode));
        (await Given.Citizen.GetAsync($"/api/v1/tracking/{code}")).IsProblem(HttpStatusCode.NotFound, "not_found");

        var data = await Given.Citizen.GetAsync($"/api/v1/tracking/{code}/personal-data", parent.SecretHeader);
        Assert.That(data.Body.GetProperty("contact").Value("name"), Is.EqualTo("Sulastri Kenari"), "to be told of the child's answers too");
        (await Given.Citizen.SendAsync(HttpMethod.Delete, parent.TrackingPath + "/personal-data", null, parent.SecretHeader)).HasStatus(HttpStatusCode.NoContent);
        data = await Given.Citizen.GetAsync($"/api/v1/tracking/{code}/personal-data", parent.SecretHeader);
        Assert.That(data.Body.GetProperty("contact").ValueKind, Is.EqualTo(JsonValueKind.Null), "erased with the parent's");
    }

    [Test]
    public async Task A_contact_corrected_or_erased_at_the_parent_is_so_in_all_that_was_split_from_it()
    {
        var parent = await Given.ReportAsync(Given.Pollution with { Reporter = new ReporterDetails { Name = "Sulastri Kenari", Phone = "081234567890" } });
        var officer = await Given.StaffAsync("petugas.dlhkp");
        var children = (await officer.ChangeAsync(parent.StaffPath + "/split", parent.Version, new Splitting { Children = [.. Two.Children, Two.Children[0]] })).Body;
        var (child, own) = (children.Values("children", "trackingCode")[0]!, children.Values("children", "trackingCode")[2]!);
        var split = await officer.ChangeAsync($"/api/v1/reports/{children.Values("children", "id")[0]}/split", 3, new Splitting { Children = [Two.Children[0]] });
        split.HasStatus(HttpStatusCode.PreconditionFailed);
        var grandchild = (await officer.ChangeAsync(
            $"/api/v1/reports/{children.Values("children", "id")[0]}/split", split.Body.GetProperty("currentVersion").GetInt32(), new Splitting { Children = [Two.Children[0]] }))
            .Body.Values("children", "trackingCode")[0]!;
        (await PutAsync(own, "Tetangga")).HasStatus(HttpStatusCode.OK);

        (await PutAsync(parent.TrackingCode, "Sulastri K.")).HasStatus(HttpStatusCode.OK);
        Assert.That(
            (await NameAsync(parent.TrackingCode), await NameAsync(child), await NameAsync(grandchild), await NameAsync(own)),
            Is.EqualTo(("Sulastri K.", "Sulastri K.", "Sulastri K.", "Tetangga")), "one that was given a contact of its own keeps it");

        (await Given.Citizen.SendAsync(HttpMethod.Delete, $"/api/v1/tracking/{parent.TrackingCode}/personal-data", null, parent.SecretHeader)).HasStatus(HttpStatusCode.NoContent);
        Assert.That((await NameAsync(parent.TrackingCode), await NameAsync(child), await NameAsync(grandchild), await NameAsync(own)), Is.EqualTo(((string?)null, (string?)null, (string?)null, (string?)null)));

        Task<Answer> PutAsync(string code, string name) =>
            Given.Citizen.SendAsync(HttpMethod.Put, $"/api/v1/tracking/{code}/personal-data", JsonContent.Create(new { name, phone = "081234567890" }), parent.SecretHeader);

        async Task<string?> NameAsync(string code) =>
            (await Given.Citizen.GetAsync($"/api/v1/tracking/{code}/personal-data", parent.SecretHeader)).Body.GetProperty("contact") is { ValueKind: JsonValueKind.Object } contact ? contact.Value("name") : null;
    }

    [Test]
    public async Task A_child_about_the_unit_itself_is_out_of_its_sight()
    {
        var parent = await Given.ReportAsync();
        var officer = await Given.StaffAsync("petugas.dlhkp");
        var bribe = new Splitting { Children = [new SplitChild { Description = "Petugas kebersihan meminta uang.", ServiceCode = "APR-PUNGLI" }] };
        var outcome = await (await Given.StaffAsync("verifikator")).ChangeAsync(parent.StaffPath + "/split", parent.Version, bribe);
        var (id, code) = (outcome.Body.Values("children", "id")[0]!, outcome.Body.Values("children", "trackingCode")[0]!);

        var seen = await officer.GetAsync(parent.StaffPath);
        Assert.That(seen.Text, Does.Not.Contain(id).And.Not.Contain(code));
        (await officer.GetAsync($"/api/v1/reports/{id}")).IsProblem(HttpStatusCode.NotFound, "not_found");
        Assert.That((await TrackAsync(parent.TrackingPath, parent)).Text, Does.Contain(code), "its reporter follows it");
    }

    [Test]
    public async Task An_old_version_splits_nothing()
    {
        var parent = await Given.ReportAsync();
        var officer = await Given.StaffAsync("petugas.dlhkp");
        (await officer.PostAsync(parent.StaffPath + "/split", Two)).IsProblem(HttpStatusCode.PreconditionRequired, "if_match_required");
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => officer.ChangeAsync(parent.StaffPath + "/split", parent.Version, Two)));
        Assert.That(both.Select(answer => answer.Status), Is.EquivalentTo(new[] { HttpStatusCode.OK, HttpStatusCode.PreconditionFailed }));
        Assert.That(await Api.CountAsync($"reports WHERE parent_id = '{parent.Id}'"), Is.EqualTo(2));
    }

    [Test]
    public async Task What_cannot_be_split_is_named()
    {
        var officer = await Given.StaffAsync("petugas.dlhkp");
        var parent = await Given.ReportAsync();
        (await SplitAsync(new Splitting())).IsProblem(HttpStatusCode.BadRequest, "validation_failed", "children");
        (await SplitAsync(new Splitting { Children = [null!] })).IsProblem(HttpStatusCode.BadRequest, "wrong_type", "children");
        var tooShort = await SplitAsync(new Splitting { Children = [new SplitChild { Description = "x" }] });
        tooShort.IsProblem(HttpStatusCode.BadRequest, "validation_failed", "children[0].description");
        (await SplitAsync(new Splitting { Children = [new SplitChild { Description = "Lampu padam.", ServiceCode = "KARANGAN" }] }))
            .IsProblem(HttpStatusCode.UnprocessableEntity, "unknown_service", "children[0].serviceCode");
        parent = await Given.ResolvedAsync();
        (await SplitAsync(Two)).IsProblem(HttpStatusCode.Conflict, "report_not_open");

        Task<Answer> SplitAsync(Splitting splitting) => officer.ChangeAsync(parent.StaffPath + "/split", parent.Version, splitting);
    }

    private Task<Answer> TrackAsync(string path, FiledReport report) => Given.Citizen.GetAsync(path, report.SecretHeader);
}
