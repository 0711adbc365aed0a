using KediriLapor.Persistence.Outbox;
using KediriLapor.Persistence.Reference;
using KediriLapor.Persistence.Schedule;
using MediatR;

namespace KediriLapor.Persistence;

internal static class PersistenceSetup
{
    /// <summary>What works on the database: the commit of commands, the outbox relay, the scheduler, the city's snapshot, readiness.</summary>
    public static IServiceCollection AddPersistence(this IServiceCollection services)
    {
        services.AddScoped<Replay>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Commit<,>));
        services.AddSingleton<CityWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<CityWatch>());
        services.AddHostedService<OutboxRelay>();
        services.AddSchedule().AddScheduled<SweepIdempotentAnswers>("0 10 2 * * ?");
        services.AddHealthChecks().AddCheck<WriteCheck>("database");
        return services;
    }
}
