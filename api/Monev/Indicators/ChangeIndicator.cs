using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Monev.Indicators;

/// <summary>What an indicator is from now on.</summary>
public sealed record NewIndicator
{
    [Required(ErrorMessage = "required")]
    [Legible]
    [MaxLength(Indicator.NameMax, ErrorMessage = "too_long")]
    public string Name { get; init; } = "";

    [MaxLength(Indicator.NameMax, ErrorMessage = "too_long")]
    public string? NameEn { get; init; }

    [Required(ErrorMessage = "required")]
    [Legible]
    [MaxLength(Indicator.DefinitionMax, ErrorMessage = "too_long")]
    public string Definition { get; init; } = "";

    [MaxLength(Indicator.DefinitionMax, ErrorMessage = "too_long")]
    public string? DefinitionEn { get; init; }

    public required IndicatorGroup Group { get; init; }

    public required Measure Numerator { get; init; }

    public required Measure Denominator { get; init; }

    public required IndicatorUnit Unit { get; init; }

    public required IndicatorAim Aim { get; init; }

    /// <summary>In the unit.</summary>
    [Range(0.0, Indicator.FigureMax, ErrorMessage = "out_of_range")]
    public required double Target { get; init; }

    /// <summary>In the unit: by how much the target may be missed and still be near.</summary>
    [Range(0.0, Indicator.FigureMax, ErrorMessage = "out_of_range")]
    public required double Tolerance { get; init; }

    /// <summary>Its place in the list.</summary>
    [Range(0, 1000, ErrorMessage = "out_of_range")]
    public int Rank { get; init; }

    /// <summary>No longer looked at.</summary>
    public bool Retired { get; init; }
}

/// <param name="ExpectedVersion">0 for one that is not there yet.</param>
public sealed record ChangeIndicator(string Code, int ExpectedVersion, NewIndicator Definition) : ICommand<IndicatorDefinition>;

/// <summary>A definition that was taken.</summary>
public sealed record IndicatorDefinition(string Code, int Version, string Name);

internal sealed partial class ChangeIndicatorHandler(AppDb db, CurrentActor actor, TimeProvider time) : IRequestHandler<ChangeIndicator, IndicatorDefinition>
{
    public async Task<IndicatorDefinition> Handle(ChangeIndicator request, CancellationToken cancellationToken)
    {
        var version = await db.Indicators.Where(one => one.Code == request.Code).MaxAsync(one => (int?)one.Version, cancellationToken) ?? 0;
        if (version != request.ExpectedVersion)
        {
            throw version == 0 ? RuleViolation.NotFound() : AppDb.Stale(version);
        }

        if (version == 0 && !WellFormed().IsMatch(request.Code))
        {
            throw new RuleViolation("invalid_format", field: "code");
        }

        var indicator = Indicator.Define(request.Code, version + 1, request.Definition, actor.Value, time.Now());
        db.Indicators.Add(indicator);
        return new IndicatorDefinition(indicator.Code, indicator.Version, indicator.Name);
    }

    [GeneratedRegex(@"^[A-Z0-9_]{1,40}\z")]
    private static partial Regex WellFormed();
}
