using System.Net;
using KediriLapor.Harness;

namespace KediriLapor.Api.Tests.Merata;

/// <summary>What everybody sees of the works: plan, money, stages, photos before and after, reports; and no person.</summary>
public sealed class PublicWorksTests : MerataStory
{
    private const string Public = "/api/v1/public/works";

    [Test]
    public async Task Everybody_sees_how_it_was_and_how_it_is_and_no_person()
    {
        var report = await Given.ReportAsync(Given.Alley);
        var hidden = await Given.ReportAsync(Given.Alley with { Confidential = true, Description = "Paving gang rusak, mohon dirahasiakan." });
        var work = await ContractedAsync();
        var ward = await Given.StaffAsync(Ward);
        work = Kept(await ward.ChangeAsync(work.Path + "/reports", work.Version, new { report = report.TrackingCode }));
        work = Kept(await ward.ChangeAsync(work.Path + "/reports", work.Version, new { report = hidden.TrackingCode }));
        work = Kept(await ward.ReplaceAsync(work.Path, work.Version, With(Rewritten("Hubungi 081234567890, harga naik"), "volume", 100)));
        foreach (var stage in new[] { "started", "halfway", "completed" })
        {
            work = await MovedAsync(work, new { to = stage, photoIds = new[] { await PhotoAsync() } });
        }

        await Eventually.SeeAsync(() => Api.CountAsync($"public_reports WHERE id = '{report.Id}'"), seen => seen == 1);
        var answer = await Given.Citizen.GetAsync($"{Public}/{work.Id}");
        var shown = answer.Body;
        Assert.That((shown.GetProperty("photoBefore").Value("tag"), shown.GetProperty("photoAfter").Value("tag")), Is.EqualTo(("start", "full")));
        Assert.That(shown.Values("stages", "stage"), Is.EqualTo(new[] { "proposed", "planned", "contracted", "started", "halfway", "completed" }));
        Assert.That(shown.GetProperty("plans").GetArrayLength(), Is.EqualTo(2));
        Assert.That(shown.Values("reports", "id"), Is.EqualTo(new[] { report.Id.ToString() }));
        Assert.That((shown.GetProperty("reportsFollowing").GetInt32(), shown.Value("pokmas")), Is.EqualTo((2, "Pokmas Kenanga")));
        Assert.That(answer.Text, Does.Not.Contain("Slamet").And.Not.Contain("081234567890").And.Not.Contain(hidden.Id.ToString()).And.Not.Contain("Petugas"));

        var photo = await Given.Citizen.GetAsync($"{Public}/{work.Id}/photos/{shown.GetProperty("photoAfter").Value("id")}?size=thumb");
        Assert.That((photo.Status, photo.ContentType), Is.EqualTo((HttpStatusCode.OK, "image/jpeg")));
        var again = await Given.Citizen.GetAsync($"{Public}/{work.Id}", ("If-None-Match", answer.Header("ETag")!));
        Assert.That(again.Status, Is.EqualTo(HttpStatusCode.NotModified));
    }

    [Test]
    public async Task A_proposal_is_nobodys_yet_and_papers_are_for_staff()
    {
        var proposed = await ProposedAsync();
        (await Given.Citizen.GetAsync($"{Public}/{proposed.Id}")).IsProblem(HttpStatusCode.NotFound, "not_found");
        var work = await ContractedAsync();
        var (ward, paper) = (await Given.StaffAsync(Ward), await PdfAsync());
        work = Kept(await ward.ChangeAsync(work.Path + "/files", work.Version, new { attachmentIds = new[] { paper }, document = "contract" }));
        (await Given.Citizen.GetAsync($"{Public}/{work.Id}/photos/{paper}")).IsProblem(HttpStatusCode.NotFound, "not_found");
        Assert.That((await Given.Citizen.GetAsync($"{Public}/{work.Id}")).Text, Does.Not.Contain(paper.ToString()));
    }

    [Test]
    public async Task The_list_is_narrowed_by_ward_year_and_stage_paged_and_summed()
    {
        await ProposedAsync(Proposal("Usulan saja", year: 2027));
        await PlannedAsync(Proposal("Saluran RW 01", year: 2027));
        Clock.Advance(TimeSpan.FromMinutes(1));
        await PlannedAsync(Proposal("Saluran RW 02", year: 2027));
        var path = $"{Public}?kelurahan={Given.BandarLor}&year=2027&stage=planned&pageSize=1";
        var page = await Given.Citizen.GetAsync(path);
        Assert.That(page.Body.Values("items", "title"), Is.EqualTo(new[] { "Saluran RW 02" }));
        Assert.That(page.Header("Link"), Does.Contain("rel=\"next\""));
        Assert.That((await Given.Citizen.GetAsync($"{path}&after={page.Body.Value("next")}")).Body.Values("items", "title"), Is.EqualTo(new[] { "Saluran RW 01" }));
        var sums = (await Given.Citizen.GetAsync($"{Public}/sums?year=2027&kelurahan={Given.BandarLor}")).Body;
        Assert.That((sums.GetProperty("works").GetInt32(), sums.GetProperty("planned").GetInt64()), Is.EqualTo((2, 190_000_000L)));
        (await Given.Citizen.GetAsync($"{Public}?late=true")).IsProblem(HttpStatusCode.BadRequest, "unknown_parameter", "late");
    }
}
