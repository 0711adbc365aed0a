using System.Text.RegularExpressions;
using KediriLapor.Reports.Model;

namespace KediriLapor.Model.Tests.Reports;

/// <summary>The README's picture of a report's life is drawn from the table that the program walks; <c>UPDATE_GOLDEN=1</c> redraws it.</summary>
public class StateDiagram
{
    [Test]
    public void The_readme_shows_the_life_of_a_report_as_it_is()
    {
        var path = Repository.Path("README.md");
        var shown = File.ReadAllText(path);
        var drawn = new Regex("(?<=<!-- states -->\n).*(?=<!-- /states -->)", RegexOptions.Singleline).Replace(shown, $"```mermaid\n{Draw()}```\n".Replace("$", "$$"), 1);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, drawn);
        }

        Assert.That(drawn, Does.Contain(Draw()), "README.md keeps a block between <!-- states --> and <!-- /states -->");
        Assert.That(File.ReadAllText(path), Is.EqualTo(drawn), "UPDATE_GOLDEN=1 dotnet test tests/Model.Tests redraws it");
    }

    /// <summary>Mermaid's <c>stateDiagram-v2</c> of <see cref="ReportEdges"/>: one arrow per edge, labelled with who and why.</summary>
    private static string Draw() =>
        "stateDiagram-v2\n    [*] --> Submitted\n" + string.Concat(ReportEdges.All.Select(edge => $"    {edge.From} --> {edge.To}: {Who(edge)} - {Why(edge)}\n"));

    private static string Who(Edge edge) => string.Join(", ", Enum.GetValues<Walker>().Where(role => edge.Walkers.HasFlag(role))).ToLowerInvariant();

    /// <summary>A colon would end the label.</summary>
    private static string Why(Edge edge) => edge.Why.Replace(": ", ", ", StringComparison.Ordinal);
}
