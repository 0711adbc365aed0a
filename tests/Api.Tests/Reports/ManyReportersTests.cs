using System.Net;
using KediriLapor.Harness;
using KediriLapor.Reports;

namespace KediriLapor.Api.Tests.Reports;

public sealed class ManyReportersTests : Story
{
    private const int Reporters = 20;

    private const int Each = 10;

    [Test]
    public async Task Twenty_reporters_at_once_some_of_them_retrying_lose_and_double_nothing()
    {
        var receipts = (await Task.WhenAll(Enumerable.Range(0, Reporters).Select(_ => Task.Run(ReportAsync)))).SelectMany(codes => codes).ToList();

        const int all = Reporters * Each;
        Assert.That(receipts.Distinct().Count(), Is.EqualTo(all));
        Assert.That(await Api.CountAsync("reports"), Is.EqualTo(all));
        Assert.That(await Api.CountAsync("idempotent_answers"), Is.EqualTo(all));
        Assert.That(await Api.CountAsync("routing_records"), Is.EqualTo(all));
        // each was received and routed
        Assert.That(await Api.CountAsync("report_events"), Is.EqualTo(2 * all));
        Assert.That(await Api.CountAsync($"outbox WHERE consumer = '{PublishReport.Name}'"), Is.EqualTo(2 * all));
        Assert.That(await Api.CountAsync("(SELECT 1 FROM report_events GROUP BY report_id HAVING min(sequence) = 1 AND max(sequence) = 2 AND count(*) = 2) whole"), Is.EqualTo(all));
        await Api.OutboxIsDeliveredAsync();
        Assert.That(await Api.CountAsync("public_reports"), Is.EqualTo(all));
    }

    /// <summary>Every third report is sent twice at once, as by a nervous finger.</summary>
    private async Task<List<string?>> ReportAsync()
    {
        using var given = new Given(Api);
        var codes = new List<string?>();
        for (var i = 0; i < Each; i++)
        {
            var key = Guid.CreateVersion7();
            var answers = await Task.WhenAll(Enumerable.Range(0, i % 3 == 0 ? 2 : 1).Select(_ => given.SubmitAsync(Given.Garbage, key)));
            Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo(HttpStatusCode.Created));
            codes.Add(answers.Select(answer => answer.Body.Value("trackingCode")).Distinct().Single());
        }

        return codes;
    }
}
