using System.Collections.Frozen;
using System.Net;

namespace KediriLapor.Platform.Limits;

/// <summary>How many requests of a class one sender may make in a minute. Settings <c>Limits:Read</c>, <c>Limits:SignIn</c> ….</summary>
/// <remarks>
/// Generous: behind one address of a mobile network stand thousands of citizens. Strict where a stranger could guess at secrets or weigh on others.
/// </remarks>
/// <param name="NeighbourFactor">
/// Setting <c>Limits:NeighbourFactor</c>: how many times more may come from an address that is not public. That is an office that shares it, or a proxy
/// that nobody named, and behind that stands the whole city.
/// </param>
internal sealed record LimitSettings(FrozenDictionary<RouteClass, int> PerMinute, int NeighbourFactor)
{
    private const string Section = "Limits";

    private static readonly Dictionary<RouteClass, int> Defaults = new()
    {
        [RouteClass.Read] = 3000,
        [RouteClass.Write] = 600,
        [RouteClass.Submit] = 600,
        [RouteClass.Suggest] = 600,
        [RouteClass.Track] = 300,
        [RouteClass.Support] = 60,
        [RouteClass.SignIn] = 30,
    };

    public static LimitSettings Of(IConfiguration configuration) => new(
        Enum.GetValues<RouteClass>().ToFrozenDictionary(kind => kind, kind => Read(configuration, kind.ToString(), Defaults[kind])),
        Read(configuration, nameof(NeighbourFactor), 1000));

    public int Of(RouteClass kind, IPAddress? address) => PerMinute[kind] * (address is not null && PublicNetwork.IsPublic(address) ? 1 : NeighbourFactor);

    private static int Read(IConfiguration configuration, string name, int usual) => Math.Clamp(configuration.GetValue($"{Section}:{name}", usual), 1, 1_000_000);
}
