using System.Collections.Frozen;
using KediriLapor.Platform;

namespace KediriLapor.Notifications;

/// <summary>A message in its final words.</summary>
public sealed record WordedMessage(string Subject, string Body);

/// <summary>
/// Liquid with a closed list of variables. The list is what a message may tell at all: no name, no words of the reporter or of the
/// office, no place. Whoever wants these opens the report.
/// </summary>
internal static class Wording
{
    private static readonly FrozenDictionary<Occasion, FrozenSet<string>> Variables = Enum.GetValues<Occasion>().ToFrozenDictionary(
        occasion => occasion,
        occasion => (occasion == Occasion.Digest ? (string[])["brand", "unit", "fresh", "nearDue", "overdue", "link"] : ["brand", "code", "service", "agency", "promise", "plannedFor", "link"]).ToFrozenSet());

    public static string[] VariablesOf(Occasion occasion) => [.. Variables[occasion].Order(StringComparer.Ordinal)];

    /// <inheritdoc cref="Liquid.Check"/>
    public static void Check(Occasion occasion, string text, string field) => Liquid.Check(text, Variables[occasion], field);

    /// <param name="facts">By variable; an absent one is empty.</param>
    public static async Task<WordedMessage> Say(string subject, string body, IReadOnlyDictionary<string, object?> facts)
    {
        // one line: what an agency is called must not begin a header of its own
        var line = await Liquid.Say(subject, facts);
        return new WordedMessage(string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), await Liquid.Say(body, facts));
    }

    /// <summary>What a preview fills in.</summary>
    public static IReadOnlyDictionary<string, object?> Sample(Uri site) => new Dictionary<string, object?>
    {
        ["brand"] = Facts.Brand,
        ["code"] = "7F3K-9QX2-M4D",
        ["service"] = "Jalan rusak",
        ["agency"] = "Dinas Pekerjaan Umum dan Penataan Ruang",
        ["promise"] = "Dinas Pekerjaan Umum dan Penataan Ruang menyelesaikan laporan ini paling lambat Kamis, 30 Oktober 2025 pukul 16.00 WIB.",
        ["plannedFor"] = "Kamis, 30 Oktober 2025",
        ["link"] = new Uri(site, "lacak/7F3K-9QX2-M4D").ToString(),
        ["unit"] = "Dinas Pekerjaan Umum dan Penataan Ruang",
        ["fresh"] = 4,
        ["nearDue"] = 2,
        ["overdue"] = 1,
    };
}
