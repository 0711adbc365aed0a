using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.RegularExpressions;
using KediriLapor.Reports.Model;
using MediatR;

namespace KediriLapor.House.Tests.Architecture;

/// <summary>How code looks here, where a test can tell.</summary>
public sealed partial class HouseRulesTests
{
    private static readonly Type[] All = [.. typeof(Program).Assembly.GetTypes()
        .Where(type => type.Namespace?.StartsWith("KediriLapor", StringComparison.Ordinal) == true && !type.Name.Contains('<', StringComparison.Ordinal))];

    private static readonly Type[] Handlers = [.. All.Where(type => Answers(type).Any())];

    private static readonly Type[] Requests = [.. All.Where(type => type is { IsInterface: false, IsAbstract: false } && type.IsAssignableTo(typeof(IBaseRequest)))];

    [Test]
    public void Handlers_are_internal_and_sealed()
    {
        Assert.That(Handlers, Is.Not.Empty);
        Assert.That(Handlers.Where(handler => handler.IsPublic || !handler.IsSealed), Is.Empty);
    }

    [Test]
    public void A_handler_sends_no_request()
    {
        Assert.That(Handlers, Is.Not.Empty);
        Assert.That(Handlers.Where(handler => handler.GetConstructors().SelectMany(made => made.GetParameters()).Any(part => part.ParameterType == typeof(IMediator))), Is.Empty);
    }

    [Test]
    public void A_use_case_is_one_file_with_its_request_and_its_handler()
    {
        Assert.That(Requests, Is.Not.Empty);
        var files = Source.Api.ToLookup(file => file.Name);
        Assert.That(
            Requests.Where(request => !files[request.Name].Any(file =>
                file.Text.Contains($"record {request.Name}", StringComparison.Ordinal) && file.Text.Contains($"IRequestHandler<{request.Name},", StringComparison.Ordinal))),
            Is.Empty);
        Assert.That(Source.Api.Where(file => Requests.Count(request => Declares(file, request)) > 1).Select(file => file.Path), Is.Empty);
    }

    [Test]
    public void Nothing_is_named_after_what_it_is_in_the_framework()
    {
        // Service is the domain's word for what can be reported (jenis laporan)
        string[] nouns = ["Service", "ChangeService", "NewService", "SuggestibleService", "SuggestedService"];
        Assert.That(All, Is.Not.Empty);
        Assert.That(All.Where(type => Vague().IsMatch(type.Name) && !nouns.Contains(type.Name)), Is.Empty);
    }

    [Test]
    public void No_interface_has_just_one_implementation()
    {
        var interfaces = All.Where(type => type.IsInterface).ToArray();
        Assert.That(interfaces, Is.Not.Empty);
        Assert.That(
            interfaces.Where(contract => All.Count(type => type is { IsInterface: false } && Implements(type, contract)) == 1),
            Is.Empty);
    }

    [Test]
    public void A_switch_over_an_enum_names_every_value()
    {
        var enums = string.Join('|', All.Where(type => type.IsEnum).Select(type => type.Name));
        var arms = new Regex($@"^\s*(?:{enums})\.\w+\b[^,;]*=>", RegexOptions.Multiline);
        var switches = Source.Api.SelectMany(file => Switches(file.Text).Select(body => (file.Path, Body: body))).Where(one => arms.IsMatch(one.Body)).ToArray();
        Assert.That(switches, Is.Not.Empty);
        Assert.That(switches.Where(one => DefaultArm().IsMatch(one.Body)).Select(one => $"{one.Path}: {one.Body}"), Is.Empty);
    }

    [Test]
    public void Files_stay_readable()
    {
        Assert.That(Source.Api, Is.Not.Empty);
        Assert.That(Source.Api.Where(file => file.Lines > 300).Select(file => file.Path), Is.Empty);
        Assert.That(Source.Api.Single(file => file.Path == "api/Program.cs").Lines, Is.LessThanOrEqualTo(80));
    }

    [Test]
    public void Only_the_report_itself_changes_a_report()
    {
        var settable = new[] { typeof(Report), typeof(ReportEvent) }.SelectMany(type => type.GetProperties()).ToArray();
        Assert.That(settable, Is.Not.Empty);
        Assert.That(settable.Where(property => property.SetMethod?.IsPublic == true).Select(property => property.Name), Is.Empty);
    }

    [Test]
    public void Handlers_let_errors_take_their_one_road()
    {
        var files = Source.Api.Where(file => file.Text.Contains("IRequestHandler<", StringComparison.Ordinal) && file.Name != "Dispatch").ToArray();
        Assert.That(files, Is.Not.Empty);
        Assert.That(files.Where(file => Catch().IsMatch(file.Text)).Select(file => file.Path), Is.Empty);
    }

    /// <summary>Validation is compiled for the items of a list, and not for those of an array: their rules would be written and never asked.</summary>
    [Test]
    public void What_has_rules_is_listed_and_not_in_an_array()
    {
        var ruled = All.Where(type => HasRules(type, [])).ToArray();
        Assert.That(ruled, Is.Not.Empty);
        Assert.That(
            All.SelectMany(type => type.GetProperties()).Where(property => property.PropertyType.IsArray && ruled.Contains(property.PropertyType.GetElementType()))
                .Select(property => $"{property.DeclaringType!.Name}.{property.Name}"),
            Is.Empty);
    }

    private static bool HasRules(Type type, HashSet<Type> seen) => seen.Add(type) && type.Assembly == typeof(Program).Assembly && type.GetProperties().Any(property =>
        property.GetCustomAttributes<ValidationAttribute>().Any()
        || new[] { property.PropertyType, property.PropertyType.GetElementType() }.Concat(property.PropertyType.GetGenericArguments()).OfType<Type>().Any(inner => HasRules(inner, seen)));

    private static IEnumerable<Type> Answers(Type type) =>
        type.GetInterfaces().Where(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>));

    private static bool Implements(Type type, Type contract) =>
        type.GetInterfaces().Any(one => one == contract || (one.IsGenericType && one.GetGenericTypeDefinition() == contract));

    private static bool Declares(SourceFile file, Type request) => Regex.IsMatch(file.Text, $@"\brecord {request.Name}\b");

    /// <summary>The bodies of switch expressions, from the brace to its partner.</summary>
    private static IEnumerable<string> Switches(string text)
    {
        foreach (var start in SwitchExpression().Matches(text).Select(match => match.Index + match.Length))
        {
            var (depth, end) = (1, start);
            while (depth > 0)
            {
                depth += text[end++] switch
                {
                    '{' => 1,
                    '}' => -1,
                    _ => 0,
                };
            }

            yield return text[start..end];
        }
    }

    [GeneratedRegex("(?:Service|Manager|Helper|Util|Utils|Utility)$")]
    private static partial Regex Vague();

    [GeneratedRegex(@"\bswitch\s*\{")]
    private static partial Regex SwitchExpression();

    [GeneratedRegex(@"^\s*_ (?:=>|when)", RegexOptions.Multiline)]
    private static partial Regex DefaultArm();

    [GeneratedRegex(@"\bcatch\b\s*(?:\(|$)", RegexOptions.Multiline)]
    private static partial Regex Catch();
}
