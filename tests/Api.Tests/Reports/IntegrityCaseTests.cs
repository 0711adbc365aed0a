using System.Net;
using KediriLapor.Harness;
using KediriLapor.Reports;

namespace KediriLapor.Api.Tests.Reports;

/// <summary>A case about officials is seen by Inspektorat alone: not by the accused, not by whoever could warn them.</summary>
public sealed class IntegrityCaseTests : Story
{
    [Test]
    public async Task Nobody_but_the_inspectorate_finds_it_by_any_way()
    {
        var bribe = await Given.ReportAsync(Given.Bribe);
        string[] ways = ["", "?agency=INSPEKTORAT", "?service=APR-PUNGLI", "?q=" + bribe.TrackingCode, "?q=uang", "?kelurahan=" + Given.BandarLor];

        foreach (var userName in new[] { "verifikator", "petugas.bandar-lor", "camat.mojoroto", "petugas.dlhkp", "kepala.dpupr", "operator" })
        {
            var staff = await Given.StaffAsync(userName);
            foreach (var way in ways)
            {
                var list = await staff.GetAsync("/api/v1/reports" + way);
                list.HasStatus(HttpStatusCode.OK);
                Assert.That(list.Text, Does.Not.Contain(bribe.Id.ToString()), $"{userName} {way}");
            }

            (await staff.GetAsync(bribe.StaffPath)).IsProblem(HttpStatusCode.NotFound, "not_found");
        }

        var inspector = await Given.StaffAsync("inspektorat");
        foreach (var way in ways)
        {
            Assert.That((await inspector.GetAsync("/api/v1/reports" + way)).Body.Values("items", "id"), Does.Contain(bribe.Id.ToString()), way);
        }

        Assert.That((await inspector.GetAsync(bribe.StaffPath)).Body.Value("agency"), Is.EqualTo("INSPEKTORAT"));
    }

    [Test]
    public async Task A_verifier_cannot_take_it_elsewhere()
    {
        var bribe = await Given.ReportAsync(Given.Bribe);
        (await (await Given.StaffAsync("verifikator")).ChangeAsync(bribe.StaffPath + "/disposisi", bribe.Version, new Disposisi { AgencyCode = "DLHKP" }))
            .IsProblem(HttpStatusCode.NotFound, "not_found");
    }
}
