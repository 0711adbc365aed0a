using KediriLapor.Platform;

namespace KediriLapor.Notifications;

/// <summary>From 21.00 to 06.00 WIB nobody's telephone sounds for what can wait (design).</summary>
internal static class QuietHours
{
    private static readonly TimeOnly From = new(21, 0);
    private static readonly TimeOnly Until = new(6, 0);

    public static bool At(DateTimeOffset instant) => IndonesianDate.InWib(instant).Time.IsBetween(From, Until);
}
