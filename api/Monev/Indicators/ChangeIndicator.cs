using System.ComponentModel.DataAnnotations;
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

internal sealed class ChangeIndicatorHandler(AppDb db, CurrentActor actor, TimeProvider time) : IRequestHandler<ChangeIndicator, IndicatorDefinition>
{
    public async Task<IndicatorDefinition> Handle(ChangeIndicator request, CancellationToken cancellationToken)
    {
        if (request.Code.Length > Indicator.CodeMax || request.Code.Any(sign => !char.IsAsciiLetterUpper(sign) && !char.IsAsciiDigit(sign) && sign != '_'))
        {
            throw RuleViolation.NotFound();
        }

        var version = await db.Indicators.Where(one => one.Code == request.Code).MaxAsync(one => (int?)one.Version, cancellationToken) ?? 0;
        if (version != request.ExpectedVersion)
        {
            throw AppDb.Stale(version);
        }

        var indicator = Indicator.Define(request.Code, version + 1, request.Definition, actor.Value, time.Now());
        db.Indicators.Add(indicator);
        return new IndicatorDefinition(indicator.Code, indicator.Version, indicator.Name);
    }
}
