using Fluid;
using Fluid.Ast;

namespace KediriLapor.Platform;

/// <summary>Texts with variables, in Liquid with a closed list of them.</summary>
internal static class Liquid
{
    /// <summary>
    /// The tags that choose. None loops or keeps a value: <c>(1..1000000000)</c> is laid out in memory before its first step, and a value
    /// that is appended to itself doubles, so either ends the process that previews it.
    /// </summary>
    private static readonly string[] Tags = ["if", "unless", "case", "comment", "raw"];

    /// <summary>The filters after which a text is not longer, or is the one that was given in its place.</summary>
    private static readonly string[] Filters = ["default", "upcase", "downcase", "capitalize", "strip"];

    private static readonly FluidParser Parser = ChoosingParser();

    /// <summary>Refuses what cannot be read and what names a variable or a filter outside the lists.</summary>
    /// <exception cref="RuleViolation"><c>template_syntax</c>, <c>unknown_variable</c> or <c>unknown_filter</c> (422), naming field and variable or filter.</exception>
    public static void Check(string text, IReadOnlyCollection<string> variables, string field)
    {
        if (!Parser.TryParse(text, out var template, out _))
        {
            throw new RuleViolation("template_syntax", field: field);
        }

        var heard = new Listener();
        heard.VisitTemplate(template);
        if (heard.Ranges)
        {
            throw new RuleViolation("template_syntax", field: field);
        }

        if (heard.Filters.FirstOrDefault(filter => !Filters.Contains(filter)) is { } strange)
        {
            throw new RuleViolation("unknown_filter", field: field).With("filter", strange).With("allowed", Filters);
        }

        if (heard.Variables.FirstOrDefault(name => !variables.Contains(name)) is { } unknown)
        {
            throw new RuleViolation("unknown_variable", field: field).With("variable", unknown).With("allowed", variables.Order(StringComparer.Ordinal).ToArray());
        }
    }

    /// <summary>Each variable once, in the order in which a checked text names them.</summary>
    public static IReadOnlyList<string> VariablesOf(string text)
    {
        var heard = new Listener();
        heard.VisitTemplate(Parser.Parse(text));
        return [.. heard.Variables.Distinct()];
    }

    /// <summary>Whether a checked text is words and bare variables, and nothing else.</summary>
    public static bool IsPlain(string text) => !text.Contains("{%", StringComparison.Ordinal) && !text.Contains('|', StringComparison.Ordinal);

    /// <param name="text">As checked.</param>
    /// <param name="facts">By variable; an absent one is empty.</param>
    public static async Task<string> Say(string text, IReadOnlyDictionary<string, object?> facts)
    {
        var context = new TemplateContext();
        foreach (var (name, value) in facts)
        {
            context.SetValue(name, value);
        }

        return (await Parser.Parse(text).RenderAsync(context)).Trim();
    }

    private static FluidParser ChoosingParser()
    {
        var parser = new FluidParser();
        foreach (var tag in parser.RegisteredTags.Keys.Except(Tags).ToArray())
        {
            parser.RegisteredTags.Remove(tag);
        }

        return parser;
    }

    private sealed class Listener : AstVisitor
    {
        public List<string> Variables { get; } = [];

        public List<string> Filters { get; } = [];

        public bool Ranges { get; private set; }

        protected override Expression VisitFilterExpression(FilterExpression filterExpression)
        {
            Filters.Add(filterExpression.Name);
            return base.VisitFilterExpression(filterExpression);
        }

        protected override Expression VisitRangeExpression(RangeExpression rangeExpression)
        {
            Ranges = true;
            return base.VisitRangeExpression(rangeExpression);
        }

        protected override Expression VisitMemberExpression(MemberExpression memberExpression)
        {
            if (memberExpression.Segments is [IdentifierSegment first, ..])
            {
                Variables.Add(first.Identifier);
            }

            return base.VisitMemberExpression(memberExpression);
        }
    }
}
