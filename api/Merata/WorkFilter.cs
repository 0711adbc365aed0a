using KediriLapor.Merata.Model;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Merata;

/// <summary>What a list of works, and its sums, can be narrowed to.</summary>
/// <param name="Late">Only those that should be complete by now and are not.</param>
internal sealed record WorkFilter(string? Kelurahan, int? Year, WorkStage[] Stages, bool Late)
{
    private static readonly WorkStage[] Promised = [WorkStage.Planned, WorkStage.Contracted, WorkStage.Started, WorkStage.Halfway];

    /// <exception cref="RuleViolation"><c>unknown_kelurahan</c>, <c>out_of_range</c>, <c>unknown_value</c> (400).</exception>
    public static WorkFilter Of(string? kelurahan, int? year, string[]? stage, bool late, City city)
    {
        if (kelurahan is not null && !city.Kelurahan.ContainsKey(kelurahan))
        {
            throw new RuleViolation("unknown_kelurahan", StatusCodes.Status400BadRequest, "kelurahan");
        }

        return year is null or (>= Work.YearMin and <= Work.YearMax)
            ? new WorkFilter(kelurahan, year, Queries.Enums<WorkStage>(stage, "stage"), late)
            : throw new RuleViolation("out_of_range", StatusCodes.Status400BadRequest, "year");
    }

    public IQueryable<Work> Of(IQueryable<Work> works, DateOnly today)
    {
        works = Kelurahan is { } ward ? works.Where(w => w.KelurahanCode == ward) : works;
        works = Year is { } year ? works.Where(w => w.Year == year) : works;
        works = Stages.Length > 0 ? works.Where(w => Stages.Contains(w.Stage)) : works;
        return Late ? works.Where(w => Promised.Contains(w.Stage) && w.EndsOn < today) : works;
    }

    /// <summary>Newest year first, and in it what was proposed last.</summary>
    public static IQueryable<Work> PageOf(IQueryable<Work> works, string? after, int pageSize)
    {
        works = Cursor.Read<WorkKey>(after) is { } key ? works.Where(w => EF.Functions.LessThan(ValueTuple.Create(w.Year, w.Id), ValueTuple.Create(key.Year, key.Id))) : works;
        return works.OrderByDescending(w => w.Year).ThenByDescending(w => w.Id).Take(pageSize + 1);
    }
}

internal sealed record WorkKey(int Year, Guid Id);
