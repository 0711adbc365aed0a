using System.Net;
using System.Net.Sockets;

namespace KediriLapor.Platform;

/// <summary>
/// Calls to addresses that strangers gave us, and never into our own network. What a name says is not looked at: the address that it
/// leads to is checked at the moment of connecting, and that very address is connected to.
/// </summary>
internal static class PublicNetwork
{
    /// <summary>Special-purpose addresses (IANA registries, RFC 6890): none of them is somebody's server on the internet.</summary>
    private static readonly IPNetwork[] Reserved =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // protocols' own and tunnels that lead to any IPv4 address, and documentation
            "2001::/23", "2002::/16", "2001:db8::/32", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>All of IPv6 that has been given to the public.</summary>
    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    private static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(5);

    /// <summary>Follows no redirect and asks no proxy: both would connect where nobody has checked.</summary>
    /// <param name="allowLoopback">For tests, whose servers are here.</param>
    public static SocketsHttpHandler Handler(bool allowLoopback) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        // what goes on in here is no stranger's
        ActivityHeadersPropagator = null,
        ConnectTimeout = ConnectTime,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = (context, ct) => Connect(context.DnsEndPoint, allowLoopback, ct),
    };

    public static bool IsPublic(IPAddress address)
    {
        var actual = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (actual.AddressFamily == AddressFamily.InterNetwork || Global.Contains(actual)) && !Reserved.Any(network => network.Contains(actual));
    }

    /// <summary>Where a name leads to.</summary>
    /// <exception cref="NotPublic">To one address, or more, in a network that is not the public one.</exception>
    /// <exception cref="SocketException">Nowhere.</exception>
    public static async Task<IPAddress[]> Resolve(string host, bool allowLoopback, CancellationToken ct)
    {
        var addresses = await Dns.GetHostAddressesAsync(host, ct);
        // all of them: an honest name does not lead both outside and inside
        return addresses.Length > 0 && addresses.All(address => IsPublic(address) || (allowLoopback && IPAddress.IsLoopback(address))) ? addresses : throw new NotPublic();
    }

    private static async ValueTask<Stream> Connect(DnsEndPoint to, bool allowLoopback, CancellationToken ct)
    {
        var addresses = await Resolve(to.Host, allowLoopback, ct);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, to.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>An address that strangers may not send us to.</summary>
internal sealed class NotPublic() : IOException("The address is not public.");
