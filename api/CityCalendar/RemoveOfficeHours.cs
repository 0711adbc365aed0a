using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.CityCalendar;

/// <summary>Removes the period that begins on a day: what held before it holds again.</summary>
public sealed record RemoveOfficeHours(DateOnly ValidFrom, int ExpectedVersion, bool Preview) : ICommand<CalendarEffect>, ITakesTurns
{
    string ITakesTurns.Turn => Turns.ReferenceData;
}

internal sealed class RemoveOfficeHoursHandler(CalendarDesk desk) : IRequestHandler<RemoveOfficeHours, CalendarEffect>
{
    public Task<CalendarEffect> Handle(RemoveOfficeHours request, CancellationToken cancellationToken) => desk.Edit(
        request.ExpectedVersion, request.Preview,
        draft => draft.Hours.ContainsKey(request.ValidFrom) ? draft.WithoutHours(request.ValidFrom) : throw RuleViolation.NotFound(), cancellationToken);
}
