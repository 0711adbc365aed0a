using System.Net;

namespace KediriLapor.Api.Tests.Platform;

public sealed class ProblemCatalogueTests : Story
{
    [Test]
    public async Task The_type_of_a_problem_is_an_address_that_explains_it()
    {
        var problem = await Given.Citizen.GetAsync("/api/v1/reports");
        var explained = await Given.Citizen.GetAsync(problem.Body.Value("type")!);

        explained.HasStatus(HttpStatusCode.OK);
        Assert.That((explained.Body.Value("code"), explained.Body.Value("text")), Is.EqualTo((problem.Code, problem.Body.Value("title"))));
    }

    [Test]
    public async Task The_catalogue_lists_every_code_once_with_its_text()
    {
        var catalogue = (await Given.Citizen.GetAsync("/api/v1/problems")).Body.EnumerateArray().ToList();
        Assert.That(catalogue.Select(problem => problem.Value("code")), Is.Ordered.And.Unique.And.Contains("stale_version"));
        Assert.That(catalogue.Select(problem => problem.Value("text")), Is.All.Not.Empty);
    }
}
