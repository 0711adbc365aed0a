using System.Text.RegularExpressions;
using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Agencies;

/// <summary>Writes a unit, or writes it anew. One that is not there yet has version 0, so that nobody makes another's by mistake.</summary>
public sealed record ChangeAgency(string Code, int ExpectedVersion, NewAgency Agency) : ICommand<AgencyEntry>, ITakesTurns
{
    string ITakesTurns.Turn => Turns.ReferenceData;
}

internal sealed partial class ChangeAgencyHandler(AppDb db, AdminHistory history, TimeProvider time) : IRequestHandler<ChangeAgency, AgencyEntry>
{
    public async Task<AgencyEntry> Handle(ChangeAgency request, CancellationToken cancellationToken)
    {
        var wanted = request.Agency;
        var agencies = await db.Agencies.ToDictionaryAsync(agency => agency.Code, cancellationToken);
        var agency = agencies.GetValueOrDefault(request.Code);
        if (request.ExpectedVersion != (agency?.Version ?? 0))
        {
            throw agency is null ? RuleViolation.NotFound() : AppDb.Stale(agency.Version);
        }

        var before = agency is null ? null : Show(agency);
        agency ??= Added(request.Code, wanted.Kind);
        RequireKind(agency, wanted);
        RequireParent(agency, wanted, agencies);
        if (wanted.Email is { } email && !EmailAddress.IsOne(email))
        {
            throw new RuleViolation("invalid_email", field: "email");
        }

        if (agency.Active && !wanted.Active)
        {
            await RequireFree(agency, cancellationToken);
        }

        (agency.Kind, agency.ShortName, agency.Name, agency.ParentCode) = (wanted.Kind, wanted.ShortName.Trim(), wanted.Name.Trim(), wanted.ParentCode);
        (agency.Duty, agency.OnCall, agency.Active) = (wanted.Duty.Trim(), wanted.OnCall, wanted.Active);
        (agency.Phone, agency.Email, agency.Office) = (wanted.Phone?.Trim(), wanted.Email, wanted.Office?.Trim());
        agency.Version++;
        var after = Show(agency);
        history.Add(AdminSubject.Agency, agency.Code, agency.Version, before, after);
        return after;

        AgencyEntry Show(Agency shown) => AgencyEntry.Of(shown, shown.ParentCode is { } parent ? agencies[parent].ShortName : null);
    }

    private Agency Added(string code, AgencyKind kind)
    {
        if (!WellFormed().IsMatch(code))
        {
            throw new RuleViolation("invalid_format", field: "code");
        }

        var added = new Agency { Code = code, Kind = kind, Version = 0 };
        db.Agencies.Add(added);
        return added;
    }

    /// <summary>Kelurahan and kecamatan come and go with the boundaries of the wards, not here.</summary>
    private static void RequireKind(Agency agency, NewAgency wanted)
    {
        var (isArea, wasArea) = (IsArea(wanted.Kind), agency.Version > 0 && IsArea(agency.Kind));
        if ((agency.Version == 0 && isArea) || isArea != wasArea || (isArea && wanted.Kind != agency.Kind))
        {
            throw new RuleViolation("agency_kind_fixed", field: "kind");
        }

        if (isArea && !wanted.Active)
        {
            throw new RuleViolation("agency_kind_fixed", field: "active");
        }
    }

    private static void RequireParent(Agency agency, NewAgency wanted, Dictionary<string, Agency> agencies)
    {
        if (wanted.ParentCode is not { } code)
        {
            return;
        }

        if (agencies.GetValueOrDefault(code) is not { } parent || (!parent.Active && code != agency.ParentCode))
        {
            throw new RuleViolation("unknown_agency", field: "parentCode");
        }

        for (var above = parent; above is not null; above = above.ParentCode is { } next ? agencies[next] : null)
        {
            if (above.Code == agency.Code)
            {
                throw new RuleViolation("agency_circle", field: "parentCode");
            }
        }
    }

    /// <summary>Whoever dissolves a unit says first who takes its rules and its open reports over.</summary>
    private async Task RequireFree(Agency agency, CancellationToken ct)
    {
        var today = IndonesianDate.InWib(time.Now()).Day;
        var services = await db.RoutingRules.Where(rule => rule.AgencyCode == agency.Code && (rule.ValidUntil == null || rule.ValidUntil > today))
            .Select(rule => rule.ServiceCode).Distinct().OrderBy(code => code).ToListAsync(ct);
        if (services.Count > 0)
        {
            throw new RuleViolation("agency_in_rules", StatusCodes.Status409Conflict, "active").With("services", services);
        }

        var open = await db.Reports.CountAsync(report => report.AgencyCode == agency.Code && report.Status != ReportStatus.Closed, ct);
        if (open > 0)
        {
            throw new RuleViolation("agency_has_reports", StatusCodes.Status409Conflict, "active").With("openReports", open);
        }
    }

    private static bool IsArea(AgencyKind kind) => kind is AgencyKind.Kelurahan or AgencyKind.Kecamatan;

    [GeneratedRegex("^[A-Z][A-Z0-9-]{1,19}$")]
    private static partial Regex WellFormed();
}
