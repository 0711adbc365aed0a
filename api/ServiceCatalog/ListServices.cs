using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using Mapster;
using MediatR;

namespace KediriLapor.ServiceCatalog;

public sealed record ListServices : IQuery<ServiceList>;

/// <summary>All services a citizen can choose from, in the order of the catalogue.</summary>
/// <param name="Tag">Entity tag of the list.</param>
public sealed record ServiceList(IReadOnlyList<ServiceItem> Items, [property: System.Text.Json.Serialization.JsonIgnore] string Tag = "");

/// <param name="NameEn">In English; null where it has none.</param>
/// <param name="Confidential">Reports of this service are <c>rahasia</c> unless the reporter says otherwise.</param>
public sealed record ServiceItem(
    string Code, string Name, Named Group, bool Emergency, string Description, bool Confidential, IReadOnlyList<QuestionItem> Questions, string? NameEn);

/// <summary>With choices a single choice, without them free text.</summary>
/// <param name="TextEn">In English; null where it has none.</param>
public sealed record QuestionItem(string Code, string Text, bool Required, IReadOnlyList<ChoiceItem> Choices, string? TextEn);

/// <param name="TextEn">In English; null where it has none.</param>
public sealed record ChoiceItem(string Value, string Text, string? TextEn);

internal sealed class ListServicesHandler(CityWatch watch) : IRequestHandler<ListServices, ServiceList>
{
    public Task<ServiceList> Handle(ListServices request, CancellationToken cancellationToken)
    {
        var city = watch.Current;
        var items = city.Services.Values.Where(service => service.Active)
            .OrderBy(service => city.Groups[service.GroupCode].Position).ThenBy(service => service.Position)
            .Select(service => new ServiceItem(
                service.Code, service.Name, city.GroupNamed(service.GroupCode), service.Emergency,
                Describe(service), service.ConfidentialByDefault, [.. Asked(service)], City.EnglishOf(service.NameEn)))
            .ToArray();
        return Task.FromResult(new ServiceList(items, $"\"services-{city.Epoch}\""));
    }

    private static IEnumerable<QuestionItem> Asked(Service service) => service.Questions.Where(question => !question.Retired)
        .Select(question => question.Adapt<QuestionItem>() with
        {
            Choices = [.. question.Choices.Where(choice => !choice.Retired).Select(choice => choice.Adapt<ChoiceItem>() with { TextEn = City.EnglishOf(choice.TextEn) })],
            TextEn = City.EnglishOf(question.TextEn),
        });

    /// <summary>The words people use say best what belongs here.</summary>
    private static string Describe(Service service) =>
        service.Words.Length == 0 ? service.Name : "Misalnya: " + string.Join(", ", service.Words.Take(5)) + ".";
}
