using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.RegularExpressions;
using KediriLapor.Platform;

namespace KediriLapor.House.Tests.Architecture;

/// <summary>The catalogue of problems and the program say the same.</summary>
public sealed partial class ProblemCodesTests
{
    private static readonly IEnumerable<SourceFile> Program = Source.Api.Where(file => file.Name != nameof(ProblemCodes));

    [Test]
    public void Every_code_that_is_thrown_is_in_the_catalogue()
    {
        var thrown = Program.SelectMany(file => Violation().Matches(file.Text)).SelectMany(call => Literal().Matches(call.Value)).Select(code => code.Groups[1].Value).ToArray();
        Assert.That(thrown, Is.Not.Empty);
        Assert.That(thrown.Except(ProblemCodes.All.Keys), Is.Empty);
    }

    [Test]
    public void Every_rule_of_a_request_says_its_code()
    {
        var rules = typeof(ProblemCodes).Assembly.GetTypes().SelectMany(type => type.GetProperties())
            .SelectMany(property => property.GetCustomAttributes<ValidationAttribute>().Select(rule => (Field: $"{property.DeclaringType!.Name}.{property.Name}", Rule: rule)))
            .ToArray();
        Assert.That(rules, Is.Not.Empty);
        Assert.That(rules.Where(one => one.Rule.ErrorMessage is not { } code || !ProblemCodes.All.ContainsKey(code)).Select(one => $"{one.Field} {one.Rule}"), Is.Empty);
    }

    [Test]
    public void Every_code_of_the_catalogue_is_used()
    {
        var catalogue = Source.Api.Single(file => file.Name == nameof(ProblemCodes));
        var used = Program.SelectMany(file => Literal().Matches(file.Text))
            .Concat(Literal().Matches(catalogue.Text).Where(literal => catalogue.Text[literal.Index - 1] != '['))
            .Select(literal => literal.Groups[1].Value)
            .ToHashSet();
        Assert.That(ProblemCodes.All, Is.Not.Empty);
        Assert.That(ProblemCodes.All.Keys.Except(used), Is.Empty);
    }

    /// <summary>The first argument, up to its comma.</summary>
    [GeneratedRegex(@"(?:new RuleViolation|Invalid)\(([^,()]*""[a-z_]+""[^,()]*)[,)]")]
    private static partial Regex Violation();

    [GeneratedRegex("\"([a-z]+(?:_[a-z]+)*)\"")]
    private static partial Regex Literal();
}
