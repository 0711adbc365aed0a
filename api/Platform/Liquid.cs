using Fluid;
using Fluid.Ast;

namespace KediriLapor.Platform;

/// <summary>Texts with variables, in Liquid with a closed list of them.</summary>
internal static class Liquid
{
    /// <summary>Steps of one rendering: a loop in a template ends here, not with the process.</summary>
    private const int MostSteps = 10_000;

    private static readonly FluidParser Parser = new();

    /// <summary>Refuses what cannot be read and what names a variable outside the list.</summary>
    /// <exception cref="RuleViolation"><c>template_syntax</c> or <c>unknown_variable</c> (422), naming field and variable.</exception>
    public static void Check(string text, IReadOnlyCollection<string> variables, string field)
    {
        if (!Parser.TryParse(text, out var template, out _))
        {
            throw new RuleViolation("template_syntax", field: field);
        }

        var heard = new VariableListener();
        heard.VisitTemplate(template);
        if (heard.Names.FirstOrDefault(name => !variables.Contains(name)) is { } unknown)
        {
            throw new RuleViolation("unknown_variable", field: field).With("variable", unknown).With("allowed", variables.Order(StringComparer.Ordinal).ToArray());
        }
    }

    /// <summary>Each variable once, in the order in which a checked text names them.</summary>
    public static IReadOnlyList<string> VariablesOf(string text)
    {
        var heard = new VariableListener();
        heard.VisitTemplate(Parser.Parse(text));
        return [.. heard.Names.Distinct()];
    }

    /// <summary>Whether a checked text is words and bare variables, and nothing else.</summary>
    public static bool IsPlain(string text) => !text.Contains("{%", StringComparison.Ordinal) && !text.Contains('|', StringComparison.Ordinal);

    /// <param name="text">As checked.</param>
    /// <param name="facts">By variable; an absent one is empty.</param>
    public static async Task<string> Say(string text, IReadOnlyDictionary<string, object?> facts)
    {
        var context = new TemplateContext { MaxSteps = MostSteps };
        foreach (var (name, value) in facts)
        {
            context.SetValue(name, value);
        }

        return (await Parser.Parse(text).RenderAsync(context)).Trim();
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
