using System.Collections.Frozen;

namespace KediriLapor.Platform.Limits;

/// <summary>How many requests of a class one sender may make in a minute. Settings <c>Limits:Read</c>, <c>Limits:SignIn</c> ….</summary>
/// <remarks>
/// Generous: behind one address of a mobile network stand thousands of citizens. Strict where a stranger could guess at secrets or weigh on others.
/// </remarks>
internal sealed record LimitSettings(FrozenDictionary<RouteClass, int> PerMinute)
{
    public const string Section = "Limits";

    private static readonly Dictionary<RouteClass, int> Defaults = new()
    {
        [RouteClass.Read] = 3000,
        [RouteClass.Write] = 600,
        [RouteClass.Submit] = 120,
        [RouteClass.Suggest] = 600,
        [RouteClass.Track] = 300,
        [RouteClass.Support] = 60,
        [RouteClass.SignIn] = 30,
    };

    public static LimitSettings Of(IConfiguration configuration) => new(
        Enum.GetValues<RouteClass>().ToFrozenDictionary(kind => kind, kind => Math.Max(1, configuration.GetValue($"{Section}:{kind}", Defaults[kind]))));
}
