using System.Globalization;
using System.Net;
using KediriLapor.Notifications;

namespace KediriLapor.WhatsApp;

/// <summary>More than a day has passed since the person wrote, says WhatsApp: only a template is let through.</summary>
internal sealed class WindowClosed() : Exception("the service window is closed");

/// <summary>A picture that cannot be had, now or later.</summary>
internal sealed class PictureRefused(string why) : Exception(why);

/// <summary>What Meta's codes mean to us (Cloud API, "Error codes"). Its words are not read: they may repeat the number.</summary>
internal static class GraphRefusals
{
    /// <summary>Not on WhatsApp, or on one that takes nothing from businesses.</summary>
    public const int Undeliverable = 131026;

    public const int ReEngagement = 131047;

    /// <summary>Too many to this one person; others may be written to.</summary>
    private const int PairRate = 131056;

    /// <summary>An own mistake or pause that holds for whatever is sent: token, rights, limits, an outage.</summary>
    private static readonly int[] OfTheWholeNumber = [1, 2, 4, 10, 190, 200, 368, 80007, 130429, 131005, 131016, 131031, 131042, 131048, 131057, 133010];

    public static Exception Of(HttpStatusCode status, int? code, TimeSpan? retryAfter) => (int)status switch
    {
        _ when code == Undeliverable => new AddressRefused(),
        _ when code == ReEngagement => new WindowClosed(),
        _ when code == PairRate => new NotSent(Told(PairRate)),
        _ when code is { } known && OfTheWholeNumber.Contains(known) => Unreachable(known, retryAfter),
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden or StatusCodes.Status429TooManyRequests or >= 500 => Unreachable(code ?? (int)status, retryAfter),
        _ => new NotSent(Told(code ?? (int)status)),
    };

    public static string Told(int code) => string.Create(CultureInfo.InvariantCulture, $"WhatsApp says {code}");

    private static ServerUnreachable Unreachable(int code, TimeSpan? retryAfter) => new("WhatsApp", code.ToString(CultureInfo.InvariantCulture)) { RetryAfter = retryAfter };
}
