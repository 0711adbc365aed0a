namespace KediriLapor.Persistence.Schedule;

/// <summary>A command that the clock sends.</summary>
/// <param name="Name">The command's own; its key in the scheduler's tables.</param>
/// <param name="Cron">Quartz's cron, seconds first, in the time of Kediri (WIB).</param>
internal sealed record ScheduledCommand(string Name, string Cron, Func<IBatchCommand> New);

internal static class Schedules
{
    /// <summary>Kediri has no summer time, so no hour of a schedule is ever missing or double.</summary>
    public static readonly TimeZoneInfo Wib = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");

    /// <summary>Sends <typeparamref name="TCommand"/> at these times, on one instance of however many run; declared beside the use case.</summary>
    public static IServiceCollection AddScheduled<TCommand>(this IServiceCollection services, string cron)
        where TCommand : IBatchCommand, new() =>
        services.AddSingleton(new ScheduledCommand(typeof(TCommand).Name, cron, () => new TCommand()));
}
