using System.Net;
using KediriLapor.Harness;

namespace KediriLapor.Api.Tests.Reports;

public sealed class QueuePagingTests : Story
{
    [TestCase("/api/v1/reports?agency=DLHKP&pageSize=7", "verifikator")]
    [TestCase("/api/v1/public/reports?service=LGK-CEMAR&pageSize=7", null)]
    public async Task Walking_the_pages_meets_every_report_once_while_others_come_in(string first, string? userName)
    {
        var there = new List<string>();
        for (var i = 0; i < 30; i++)
        {
            there.Add((await Given.ReportAsync()).Id.ToString());
        }

        await Api.OutboxIsDeliveredAsync();
        var reader = userName is null ? Given.Citizen : await Given.StaffAsync(userName);
        var met = new List<string?>();
        for (string? path = first, next; path is not null; path = next)
        {
            var page = await reader.GetAsync(path);
            page.HasStatus(HttpStatusCode.OK);
            var items = page.Body.Values("items", "id");
            Assert.That(items, Has.Length.LessThanOrEqualTo(7));
            met.AddRange(items);
            next = Next(page);
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Given.ReportAsync();
        }

        Assert.That(met, Is.Unique);
        Assert.That(met, Is.SupersetOf(there));
    }

    /// <summary>The address that the Link header gives, which has to lead where <c>next</c> leads.</summary>
    private static string? Next(Answer page)
    {
        var next = page.Body.Value("next");
        var link = page.Header("Link");
        Assert.That(link is null, Is.EqualTo(next is null));
        if (link is null)
        {
            return null;
        }

        Assert.That(link, Does.EndWith("; rel=\"next\"").And.Contain(next!));
        return link[1..link.IndexOf('>', StringComparison.Ordinal)];
    }
}
