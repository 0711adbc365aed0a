using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.CityCalendar;

/// <summary>Takes over an iCalendar file: every year it names has its days off and no others. All of it or nothing.</summary>
public sealed record ImportCalendar(byte[] File, int ExpectedVersion, bool Preview) : ICommand<CalendarEffect>, ITakesTurns
{
    string ITakesTurns.Turn => Turns.ReferenceData;
}

internal sealed class ImportCalendarHandler(CalendarDesk desk) : IRequestHandler<ImportCalendar, CalendarEffect>
{
    public Task<CalendarEffect> Handle(ImportCalendar request, CancellationToken cancellationToken)
    {
        var file = HolidayFile.Read(request.File, desk.Years);
        if (file.Faults.Count > 0)
        {
            throw new RuleViolation("calendar_file_invalid").With(
                "errors", file.Faults.GroupBy(fault => $"file:{fault.Line}", fault => fault.Code).ToDictionary(line => line.Key, line => line.Distinct().ToArray()));
        }

        return desk.Edit(request.ExpectedVersion, request.Preview, draft => draft.WithYears(file.Days), cancellationToken);
    }
}
