using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using KediriLapor.Routing;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports;

/// <summary>Disposisi: who is to act, with what was wrong about service or kelurahan put right.</summary>
public sealed record Disposisi
{
    [Required(ErrorMessage = "required")]
    [MaxLength(20, ErrorMessage = "too_long")]
    public string AgencyCode { get; init; } = "";

    /// <summary>To the agency; internal.</summary>
    [MaxLength(Report.NoteMax, ErrorMessage = "too_long")]
    public string? Note { get; init; }

    [MaxLength(20, ErrorMessage = "too_long")]
    public string? KelurahanCode { get; init; }

    [MaxLength(20, ErrorMessage = "too_long")]
    public string? ServiceCode { get; init; }
}

public sealed record ForwardReport(Guid ReportId, int ExpectedVersion, Disposisi Disposisi, Guid? IdempotencyKey = null) : IIdempotentCommand<ReportStanding>;

internal sealed class ForwardReportHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<ForwardReport, ReportStanding>
{
    public async Task<ReportStanding> Handle(ForwardReport request, CancellationToken cancellationToken)
    {
        var (disposisi, city, who, now) = (request.Disposisi, watch.Current, actor.Value, time.Now());
        var report = await db.Reports.Include(r => r.History).VisibleTo(who, city).SingleOrDefaultAsync(r => r.Id == request.ReportId, cancellationToken) ?? throw RuleViolation.NotFound();
        db.Expect(report, request.ExpectedVersion);
        var agency = city.AgencyOr(disposisi.AgencyCode, "agencyCode");
        var service = disposisi.ServiceCode is { } corrected ? city.ServiceOr(corrected, "serviceCode") : city.Services[report.ServiceCode];
        var kelurahan = disposisi.KelurahanCode is { } code ? city.KelurahanOr(code, "kelurahanCode").Code : null;

        // what is answered to a confidential report must not reach the reporters of others
        if (city.ConfidentialServices.Contains(service.Code) && await db.Reports.AnyAsync(r => r.MergedInto == report.Id, cancellationToken))
        {
            throw new RuleViolation("merge_confidential", field: "serviceCode");
        }

        // the accused unit must not become the responsible one
        if (service.Integrity && RuledFor(report, service.Code, kelurahan, city, now).AgencyCode is { } ruled && ruled != agency.Code)
        {
            throw new RuleViolation("integrity_elsewhere", field: "agencyCode").With("agency", city.AgencyNamed(ruled));
        }

        report.Forward(agency.Code, service.Code, kelurahan, disposisi.Note?.Trim(), city.RolesOf(who, report.AgencyCode), who, city.TermsOf(service.Code), now);
        db.RoutingRecords.Add(new RoutingRecord(report.Id, report.Version, now, Decided(report, agency.Code, "disposisi", RoutingSentence.Forwarded(agency.Name).Indonesian, city, now)));
        return ReportStanding.Of(report, city.RolesOf(who, report.AgencyCode), now);
    }

    /// <summary>Decided outside the rules; what they would have said stays beside it.</summary>
    internal static RoutingDecision Decided(Report report, string agencyCode, string rule, string reason, City city, DateTimeOffset now)
    {
        var rules = RuledFor(report, report.ServiceCode, null, city, now);
        var other = rules.AgencyCode is { } suggested && suggested != agencyCode ? new RunnerUp(rules.Rule, suggested, rules.Reason) : null;
        return new RoutingDecision(null, rule, agencyCode, reason, rules.Inputs, other);
    }

    private static RoutingDecision RuledFor(Report report, string serviceCode, string? correctedKelurahan, City city, DateTimeOffset now)
    {
        var kelurahan = correctedKelurahan ?? report.Place.KelurahanCode;
        return city.Routing.Decide(new RoutingInputs(
            serviceCode, kelurahan, city.KecamatanNamed(kelurahan)?.Code, city.Services[serviceCode].ChosenAmong(report.Answers), report.Place.BorderMetres, PlaceConfirmed: true, IndonesianDate.InWib(now).Day));
    }
}
