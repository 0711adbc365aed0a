using System.Collections.Frozen;
using Fluid;
using Fluid.Ast;
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
    private static readonly FluidParser Parser = new();

    private static readonly FrozenDictionary<Occasion, FrozenSet<string>> Variables = Enum.GetValues<Occasion>().ToFrozenDictionary(
        occasion => occasion,
        occasion => (occasion == Occasion.Digest ? (string[])["brand", "unit", "fresh", "nearDue", "overdue", "link"] : ["brand", "code", "service", "agency", "promise", "plannedFor", "link"]).ToFrozenSet());

    public static string[] VariablesOf(Occasion occasion) => [.. Variables[occasion].Order(StringComparer.Ordinal)];

    /// <summary>Refuses what cannot be read and what names a variable that the occasion does not have.</summary>
    /// <exception cref="RuleViolation"><c>template_syntax</c> or <c>unknown_variable</c> (422), naming field and variable.</exception>
    public static void Check(Occasion occasion, string text, string field)
    {
        if (!Parser.TryParse(text, out var template, out _))
        {
            throw new RuleViolation("template_syntax", field: field);
        }

        var allowed = Variables[occasion];
        var heard = new VariableListener();
        heard.VisitTemplate(template);
        if (heard.Names.FirstOrDefault(name => !allowed.Contains(name)) is { } unknown)
        {
            throw new RuleViolation("unknown_variable", field: field).With("variable", unknown).With("allowed", VariablesOf(occasion));
        }
    }

    /// <param name="facts">By variable; an absent one is empty.</param>
    public static async Task<WordedMessage> Say(string subject, string body, IReadOnlyDictionary<string, object?> facts)
    {
        // one line: what an agency is called must not begin a header of its own
        var line = await Render(subject, facts);
        return new WordedMessage(string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), (await Render(body, facts)).Trim());
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

    private static async Task<string> Render(string text, IReadOnlyDictionary<string, object?> facts)
    {
        var context = new TemplateContext { MaxSteps = 10_000 };
        foreach (var (name, value) in facts)
        {
            context.SetValue(name, value);
        }

        return await Parser.Parse(text).RenderAsync(context);
    }

    private sealed class VariableListener : AstVisitor
    {
        public List<string> Names { get; } = [];

        protected override Expression VisitMemberExpression(MemberExpression memberExpression)
        {
            if (memberExpression.Segments is [IdentifierSegment first, ..])
            {
                Names.Add(first.Identifier);
            }

            return base.VisitMemberExpression(memberExpression);
        }
    }
}
