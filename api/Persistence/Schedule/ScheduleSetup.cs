using Npgsql;
using Quartz;

namespace KediriLapor.Persistence.Schedule;

internal static class ScheduleSetup
{
    /// <summary>Setting: false keeps this instance from running scheduled commands; others on the same database do.</summary>
    public const string Setting = "Schedule:Run";

    private const string TablePrefix = "qrtz_";

    /// <summary>Commands at a time on one instance; each holds one database session.</summary>
    private const int AtOnce = 2;

    /// <summary>Quartz, clustered over the tables of our own migration (docs/decisions/0012).</summary>
    public static IServiceCollection AddSchedule(this IServiceCollection services)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "kedirilapor";
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs;
            });
            quartz.UseDefaultThreadPool(AtOnce);
            quartz.UsePersistentStore(store =>
            {
                store.ConfigureStore(options => options.TablePrefix = TablePrefix);
                store.UsePostgres(source => source.DataSourceFactory = provider => provider.GetRequiredService<NpgsqlDataSource>());
                store.UseClustering();
                store.UseExecutionHistory();
            });
        });
        services.AddQuartzExecutionHistory(history =>
        {
            history.Retention = TimeSpan.FromDays(1);
            history.RetentionByResult[JobRunResult.Failed] = TimeSpan.FromDays(30);
            history.MaxEntriesPerScheduler = 5000;
        });
        return services.AddHostedService<SchedulerHost>();
    }
}
