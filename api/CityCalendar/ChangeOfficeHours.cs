using KediriLapor.Deadlines;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.CityCalendar;

/// <summary>Office hours in WIB, such as those of a Ramadan.</summary>
public sealed record NewOfficeHours
{
    /// <summary>The last day they hold; null until further notice.</summary>
    public DateOnly? ValidUntil { get; init; }

    public required TimeOnly Opens { get; init; }

    public required TimeOnly Closes { get; init; }
}

/// <summary>Sets the hours of the period that begins on a day.</summary>
public sealed record ChangeOfficeHours(DateOnly ValidFrom, NewOfficeHours Hours, int ExpectedVersion, bool Preview) : ICommand<CalendarEffect>, ITakesTurns
{
    string ITakesTurns.Turn => Turns.ReferenceData;
}

internal sealed class ChangeOfficeHoursHandler(CalendarDesk desk) : IRequestHandler<ChangeOfficeHours, CalendarEffect>
{
    public Task<CalendarEffect> Handle(ChangeOfficeHours request, CancellationToken cancellationToken)
    {
        var (from, hours) = (request.ValidFrom, request.Hours);
        desk.RequireYear(from, "validFrom");
        if (hours.Closes <= hours.Opens || hours.ValidUntil < from)
        {
            throw new RuleViolation("hours_reversed", field: hours.Closes <= hours.Opens ? "closes" : "validUntil");
        }

        var period = new OfficeHours(from, hours.ValidUntil, hours.Opens, hours.Closes);
        return desk.Edit(request.ExpectedVersion, request.Preview, draft => draft.With(period), cancellationToken);
    }
}
