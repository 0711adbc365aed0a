using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace KediriLapor.Platform.Limits;

/// <summary>Who sends a request, where more than an address is known.</summary>
/// <param name="Key">Tells senders apart.</param>
/// <param name="PerMinute">What was agreed with this one, in each class; null for what everybody may.</param>
internal readonly record struct Sender(string Key, int? PerMinute = null);

/// <summary>Holds every sender to what the class of a route allows, and tells in every answer what is left (IETF draft ratelimit-headers).</summary>
internal sealed class RateLimits(RateCounts counts, LimitSettings settings)
{
    /// <param name="known">Null for a stranger, who is counted by address.</param>
    /// <exception cref="Unavailable"><c>too_many_requests</c> (429): the share of this minute is used up.</exception>
    public void Take(HttpContext http, RouteClass kind, Sender? known = null)
    {
        var address = http.Connection.RemoteIpAddress;
        var limit = known?.PerMinute ?? settings.Of(kind, address);
        var allowance = counts.Take(kind, known?.Key ?? NameOf(address), limit);
        http.Response.OnStarting(() =>
        {
            Tell(http.Response.Headers, kind, allowance);
            return Task.CompletedTask;
        });
        if (!allowance.IsAllowed)
        {
            throw new Unavailable("too_many_requests", allowance.Reset, StatusCodes.Status429TooManyRequests);
        }
    }

    private static void Tell(IHeaderDictionary headers, RouteClass kind, Allowance allowance)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
        headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";q={allowance.Limit};w={RateCounts.Window}");
        headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";r={allowance.Remaining};t={allowance.Reset}");
    }

    /// <summary>Who has one address of IPv6 has all of its /64.</summary>
    public static string NameOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}
