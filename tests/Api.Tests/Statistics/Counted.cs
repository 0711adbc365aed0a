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
        // hundreds of days take their time: it is in vain when none of them was counted for as long as anything may take
        var (before, left) = (int.MaxValue, await Left());
        while (left.Length > 0 && left.Length < before)
        {
            before = left.Length;
            left = await Eventually.SeeAsync(Left, now => now.Length < before);
        }

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
