using KediriLapor.Harness;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Reports.Clocks;
using Microsoft.Extensions.Time.Testing;

namespace KediriLapor.Api.Tests.Persistence;

/// <summary>Quartz as the program runs it: declared commands, several instances, one database.</summary>
public sealed class SchedulerTests
{
    private static readonly Dictionary<string, string?> Scheduled = new() { [ScheduleSetup.Setting] = "true" };

    [Test]
    public async Task Of_two_instances_that_start_at_once_one_runs_a_command_at_each_of_its_times()
    {
        var clock = new FakeTimeProvider(Given.WorkingMorning.AddSeconds(30));
        await using var one = await ApiHost.StartAsync(clock);
        await using var a = new ApiHost(one.Database, clock, Scheduled);
        await using var b = new ApiHost(one.Database, clock, Scheduled);
        await Task.WhenAll(Task.Run(a.StartServer), Task.Run(b.StartServer));
        for (var minute = 1; minute <= 3; minute++)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            Assert.That(await RunsAsync(one, nameof(ClimbEscalations), minute), Is.EqualTo(minute));
        }
    }

    private static Task<int> RunsAsync(ApiHost api, string command, int wanted) => Eventually.SeeAsync(
        () => api.CountAsync($"qrtz_execution_history WHERE job_name = '{command}'"), runs => runs >= wanted);
}
