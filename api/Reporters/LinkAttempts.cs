using System.Net;
using System.Net.Sockets;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reporters;

/// <summary>
/// Holds asking for links to what a person in need does, over all instances: nobody's mailbox is filled through us, and nobody tries addresses
/// by the thousand. A contact without any report is counted alike.
/// </summary>
internal sealed class LinkAttempts(AppDb db, ContactIndex index, TimeProvider time)
{
    public const int ToOneContact = 5;
    public static readonly TimeSpan ContactWindow = TimeSpan.FromHours(6);

    /// <summary>Many phones share one address of a mobile network.</summary>
    public const int FromOneNetwork = 40;
    public static readonly TimeSpan NetworkWindow = TimeSpan.FromHours(1);

    private const int SubnetBytes = 8;

    /// <summary>Charged before anything is looked up, and each by one statement, so that parallel requests do not share one count.</summary>
    /// <exception cref="Unavailable"><c>too_many_requests</c> (429).</exception>
    public async Task Charge(byte[] person, IPAddress? from, CancellationToken ct)
    {
        await Charge(index.OfOther("network", NetworkOf(from)), FromOneNetwork, NetworkWindow, ct);
        await Charge(index.OfOther("link", Convert.ToHexString(person)), ToOneContact, ContactWindow, ct);
    }

    private async Task Charge(byte[] whose, int most, TimeSpan window, CancellationToken ct)
    {
        var now = time.Now();
        var end = now + window;
        var charged = (await db.LinkAttempts.FromSql(
            $"""
            INSERT INTO link_attempts AS tried (whose, tries, window_ends_at)
            VALUES ({whose}, 1, {end})
            ON CONFLICT (whose) DO UPDATE SET
                tries = CASE WHEN tried.window_ends_at <= {now} THEN 1 ELSE tried.tries + 1 END,
                window_ends_at = CASE WHEN tried.window_ends_at <= {now} THEN {end} ELSE tried.window_ends_at END
            RETURNING whose, tries, window_ends_at
            """).AsNoTracking().ToListAsync(ct))[0];
        if (charged.Tries > most)
        {
            throw new Unavailable("too_many_requests", (int)Math.Ceiling((charged.WindowEndsAt - now).TotalSeconds), StatusCodes.Status429TooManyRequests);
        }
    }

    /// <summary>Of IPv6 the /64 that one household or phone has to itself.</summary>
    private static string NetworkOf(IPAddress? address) => address switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(address.GetAddressBytes(), 0, SubnetBytes),
        _ => address.MapToIPv4().ToString(),
    };
}
