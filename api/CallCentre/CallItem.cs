using KediriLapor.CallCentre.Model;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;

namespace KediriLapor.CallCentre;

/// <summary>One line of the call log, as every operator sees it.</summary>
/// <param name="At">When the key was pressed.</param>
/// <param name="PhoneTail">The last digits; null without a number. The whole number is read by an act of its own.</param>
/// <param name="Cars">The rides of Mobmas that serve the report it became.</param>
/// <param name="CorrectableUntil">Until when its kind can be put right.</param>
public sealed record CallItem(
    Guid Id,
    DateTimeOffset At,
    CallKind Kind,
    string OperatorName,
    bool Own,
    string? PhoneTail,
    Named? Kelurahan,
    string? Place,
    string? Note,
    int? DurationSeconds,
    Guid? ReportId,
    string? TrackingCode,
    Guid? DispatchId,
    IReadOnlyList<ReportCar> Cars,
    DateTimeOffset CorrectableUntil,
    int Version)
{
    internal static CallItem Of(Call call, string? trackingCode, IEnumerable<ReportCar> cars, Guid? reader, City city) => new(
        call.Id, call.At, call.Kind, call.OperatorName, call.OperatorId == reader, call.PhoneTail, city.KelurahanNamed(call.KelurahanCode), call.Place, call.Note, call.DurationSeconds,
        call.ReportId, trackingCode, call.DispatchId, [.. cars], call.At + Call.CorrectableFor, call.Version);

    internal static CallItem Of(CallRow row, IEnumerable<ReportCar> cars, Guid? reader, City city) => Of(row.Call, row.TrackingCode?.ToString(), cars, reader, city);
}

/// <summary>A call, and the number of the report it became.</summary>
internal sealed record CallRow(Call Call, TrackingCode? TrackingCode);
