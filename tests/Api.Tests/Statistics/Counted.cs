using KediriLapor.Harness;
using KediriLapor.Persistence;
using KediriLapor.Statistics.Counting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KediriLapor.Api.Tests.Statistics;

internal static class Counted
{
    /// <summary>Waits until the stored figures have followed everything that happened.</summary>
    public static async Task EverythingIsCountedAsync(this ApiHost api)
    {
        var left = await Eventually.SeeAsync(Left, left => left.Length == 0);
        Assert.That(left, Is.Empty, "days that wait to be counted");

        async Task<DateOnly[]> Left()
        {
            await using var scope = api.Services.CreateAsyncScope();
            var position = await scope.ServiceProvider.GetRequiredService<AppDb>().Set<CountPosition>().AsNoTracking().SingleAsync();
            var counter = scope.ServiceProvider.GetRequiredService<Counter>();
            return [.. position.Waiting, .. await counter.DaysSince(position.Seen, CancellationToken.None) ?? await counter.AllDays(CancellationToken.None)];
        }
    }
}
