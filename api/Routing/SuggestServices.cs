using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using MediatR;

namespace KediriLapor.Routing;

public sealed record SuggestServices(string? Text, Coordinates? At) : IQuery<SuggestedServices>;

/// <summary>What a text seems to be about. A proposal: the reporter chooses, and an emergency is never hidden.</summary>
/// <param name="Suggestions">At most three, best first.</param>
/// <param name="Emergency">The words name a danger: call 112 now.</param>
/// <param name="Places">Kelurahan named in the text.</param>
public sealed record SuggestedServices(IReadOnlyList<SuggestedService> Suggestions, bool Emergency, IReadOnlyList<SuggestedPlace> Places);

/// <param name="Score">0 to 1, comparable within one answer.</param>
public sealed record SuggestedService(string Code, string Name, double Score);

/// <param name="Evidence">The words heard.</param>
public sealed record SuggestedPlace(Named Kelurahan, string Evidence);

internal sealed class SuggestServicesHandler(CityWatch watch) : IRequestHandler<SuggestServices, SuggestedServices>
{
    public Task<SuggestedServices> Handle(SuggestServices request, CancellationToken cancellationToken)
    {
        var text = request.Text switch
        {
            null => throw new RuleViolation("required", StatusCodes.Status400BadRequest, "text"),
            { Length: > Report.DescriptionMax } => throw new RuleViolation("too_long", StatusCodes.Status400BadRequest, "text"),
            var given => given,
        };
        var city = watch.Current;
        var here = request.At is { } at ? city.Wards.Locate(at.Lat, at.Lng).Kelurahan?.Code : null;
        var heard = city.Suggestions.Suggest(text, here);
        return Task.FromResult(new SuggestedServices(
            [.. heard.Services.Select(service => new SuggestedService(service.Code, city.ServiceNamed(service.Code).Name, Math.Round(service.Score, 3)))],
            heard.Emergency,
            [.. heard.Places.Select(place => new SuggestedPlace(city.KelurahanNamed(place.KelurahanCode)!, place.Evidence))]));
    }
}
