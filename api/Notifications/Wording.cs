using System.Collections.Frozen;
using System.Text.RegularExpressions;
using KediriLapor.Platform;

namespace KediriLapor.Notifications;

/// <summary>A message in its final words.</summary>
public sealed record WordedMessage(string Subject, string Body);

/// <summary>
/// Liquid with a closed list of variables. The list is what a message may tell at all: no name, no words of the reporter or of the
/// office, no place. Whoever wants these opens the report.
/// </summary>
internal static partial class Wording
{
    private static readonly FrozenDictionary<Occasion, FrozenSet<string>> Variables = Enum.GetValues<Occasion>().ToFrozenDictionary(
        occasion => occasion,
        occasion => ((string[])(occasion switch
        {
            Occasion.Digest => ["brand", "unit", "fresh", "nearDue", "overdue", "link"],
            Occasion.OwnReports => ["brand", "link", "minutes"],
            Occasion.WorkLinked or Occasion.WorkMoved => ["brand", "code", "service", "work", "stage", "link"],
            Occasion.FindingRecorded or Occasion.FindingSerious or Occasion.FindingEscalated => ["brand", "ward", "work", "followUpBy", "link"],
            Occasion.UnitAsked => ["brand", "service", "ward", "due", "link"],
            Occasion.AlarmRaised => ["brand", "service", "ward", "count", "expected", "link"],
            Occasion.CarRequested => ["brand", "code", "ward", "day", "from", "until", "link"],
            Occasion.Received or Occasion.Routed or Occasion.Asked or Occasion.Answered or Occasion.Returned or Occasion.Started or Occasion.Planned or Occasion.Resolved or Occasion.Closed
                or Occasion.Rejected or Occasion.NotOurs or Occasion.Withdrawn or Occasion.Reopened or Occasion.Noted or Occasion.Escalated or Occasion.HandOverAcknowledged
                or Occasion.HandOverUnanswered => ["brand", "code", "service", "agency", "promise", "plannedFor", "link"],
        })).ToFrozenSet());

    public static string[] VariablesOf(Occasion occasion) => [.. Variables[occasion].Order(StringComparer.Ordinal)];

    /// <summary>The longest that Meta takes for one variable, with room for the others.</summary>
    private const int ValueMax = 300;

    /// <exception cref="RuleViolation">What <see cref="Liquid.Check"/> refuses; for a chat also <c>template_name</c> and <c>template_not_plain</c>.</exception>
    public static void Check(TemplateKey key, string subject, string body)
    {
        Liquid.Check(subject, Variables[key.Occasion], "subject");
        Liquid.Check(body, Variables[key.Occasion], "body");
        if (key.Voice == Voice.Chat && !TemplateName().IsMatch(subject))
        {
            throw new RuleViolation("template_name", field: "subject");
        }

        // Meta knows the words with numbers in place of variables, and nothing that comes and goes
        if (key.Voice == Voice.Chat && !Liquid.IsPlain(body))
        {
            throw new RuleViolation("template_not_plain", field: "body");
        }
    }

    /// <summary>As WhatsApp takes them: none of them empty, each in one line.</summary>
    public static IReadOnlyList<string> Values(string body, IReadOnlyDictionary<string, object?> facts) =>
        [.. Liquid.VariablesOf(body).Select(name => string.Join(' ', $"{facts.GetValueOrDefault(name)}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .Select(value => value.Length == 0 ? "-" : value.Length > ValueMax ? value[..ValueMax] : value)];

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
        ["minutes"] = 15,
        ["work"] = "Paving Gang Kenanga RT 03 RW 05",
        ["stage"] = "dikerjakan, 50%",
        ["ward"] = "Bandar Lor",
        ["followUpBy"] = "Kamis, 30 Oktober 2025",
        ["due"] = "09.15",
        ["count"] = 9,
        ["expected"] = "2,1",
        ["day"] = "Kamis, 30 Oktober 2025",
        ["from"] = "08.00",
        ["until"] = "10.00",
    };

    /// <summary>A message template of the WhatsApp Business Platform.</summary>
    [GeneratedRegex("^[a-z0-9_]+$")]
    private static partial Regex TemplateName();
}
