using System.ComponentModel.DataAnnotations;
using KediriLapor.Merata.Model;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;

namespace KediriLapor.Merata;

/// <summary>A line of a plan's budget.</summary>
public sealed record NewWorkLine
{
    [Required(ErrorMessage = "required")]
    [Legible]
    [MaxLength(Work.NameMax, ErrorMessage = "too_long")]
    public string Name { get; init; } = "";

    /// <summary>Whole rupiah, from 0 on; another figure is a 422 that names its line.</summary>
    public required long Planned { get; init; }
}

public sealed record NewWorkPoint
{
    [Range(-90.0, 90.0, ErrorMessage = "out_of_range")]
    public required double Lat { get; init; }

    [Range(-180.0, 180.0, ErrorMessage = "out_of_range")]
    public required double Lng { get; init; }
}

/// <summary>A work as its keeper writes it, with its plan.</summary>
public record WorkDraft
{
    [Required(ErrorMessage = "required")]
    [Legible]
    [MinLength(Work.TitleMin, ErrorMessage = "too_short")]
    [MaxLength(Work.TitleMax, ErrorMessage = "too_long")]
    public string Title { get; init; } = "";

    public required WorkKind Kind { get; init; }

    /// <summary>Everybody reads it.</summary>
    [MaxLength(Work.DescriptionMax, ErrorMessage = "too_long")]
    public string? Description { get; init; }

    /// <summary>How much, in <c>unit</c>; two decimals are kept.</summary>
    [Range(0.01, Work.VolumeMax, ErrorMessage = "out_of_range")]
    public required double Volume { get; init; }

    /// <summary>Such as <c>m</c>, <c>m²</c>, <c>titik</c>, <c>paket</c>.</summary>
    [Required(ErrorMessage = "required")]
    [Legible]
    [MaxLength(Work.UnitMax, ErrorMessage = "too_long")]
    public string Unit { get; init; } = "";

    public required DateOnly StartsOn { get; init; }

    public required DateOnly EndsOn { get; init; }

    /// <summary>Where, in words.</summary>
    [Required(ErrorMessage = "required")]
    [Legible]
    [MaxLength(Work.AddressMax, ErrorMessage = "too_long")]
    public string Address { get; init; } = "";

    /// <summary>One point, or a line of several; within the ward. Empty where it has no place on the map.</summary>
    [MaxLength(Work.PointsMax, ErrorMessage = "too_many")]
    public IReadOnlyList<NewWorkPoint> Path { get; init; } = [];

    /// <summary>People it is for.</summary>
    [Range(0, Work.PeopleMax, ErrorMessage = "out_of_range")]
    public required int Beneficiaries { get; init; }

    [MaxLength(Work.LinesMax, ErrorMessage = "too_many")]
    public IReadOnlyList<NewWorkLine> Budget { get; init; } = [];

    internal WorkFacts Facts => new(Title.Trim(), Kind, Said(Description));

    /// <exception cref="RuleViolation"><c>dates_reversed</c>, <c>out_of_range</c>, <c>duplicate_line</c>, <c>outside_ward</c>.</exception>
    internal WorkPlan Plan(City city, string kelurahanCode, int year)
    {
        if (EndsOn < StartsOn)
        {
            throw new RuleViolation("dates_reversed", field: "endsOn");
        }

        if (StartsOn.Year < year - 1 || EndsOn.Year > year + 1)
        {
            throw new RuleViolation("out_of_range", field: StartsOn.Year < year - 1 ? "startsOn" : "endsOn").With("year", year);
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < Budget.Count; i++)
        {
            if (!names.Add(Budget[i].Name.Trim()))
            {
                throw new RuleViolation("duplicate_line", field: $"budget[{i}].name");
            }

            Work.RequireMoney(Budget[i].Planned, $"budget[{i}].planned");
        }

        for (var i = 0; i < Path.Count; i++)
        {
            // a line along a border is drawn a little over it
            var fix = city.Wards.Locate(Path[i].Lat, Path[i].Lng);
            if (fix.Kelurahan?.Code != kelurahanCode && fix.Alternatives.All(ward => ward.Code != kelurahanCode))
            {
                throw new RuleViolation("outside_ward", field: $"path[{i}]");
            }
        }

        return new WorkPlan(
            Rounded(Volume), Unit.Trim(), StartsOn, EndsOn, Address.Trim(), [.. Path.Select(point => new WorkPoint(point.Lat, point.Lng))], Beneficiaries,
            [.. Budget.Select(line => new WorkBudgetLine(line.Name.Trim(), line.Planned))]);
    }

    internal static decimal Rounded(double volume) => Math.Round((decimal)volume, 2, MidpointRounding.AwayFromZero);

    internal static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A proposal of a ward's musyawarah.</summary>
public sealed record NewWork : WorkDraft
{
    [Required(ErrorMessage = "required")]
    [MaxLength(20, ErrorMessage = "too_long")]
    public string KelurahanCode { get; init; } = "";

    /// <summary>Of the budget.</summary>
    [Range(Work.YearMin, Work.YearMax, ErrorMessage = "out_of_range")]
    public required int Year { get; init; }
}

/// <summary>A work written anew.</summary>
public sealed record ChangedWork : WorkDraft
{
    /// <summary>Why the plan changes, once it binds; everybody reads it.</summary>
    [MaxLength(Work.ReasonMax, ErrorMessage = "too_long")]
    public string? Reason { get; init; }
}
