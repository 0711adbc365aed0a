using KediriLapor.Routing.Rules;

namespace KediriLapor.Routing;

internal static class RoutingSetup
{
    public static IServiceCollection AddReportRouting(this IServiceCollection services) => services.AddScoped<LearnFromCorrection>().AddSingleton<ReplayTokens>();
}
