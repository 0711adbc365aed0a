using KediriLapor.Accounts;
using KediriLapor.Persistence.Reading;
using KediriLapor.Persistence.Reference;
using KediriLapor.Reports.Clocks;
using KediriLapor.Reports.Model;

namespace KediriLapor.Reports;

/// <summary>Which reports an actor may see at all. Every staff read and write starts from here; the rest does not exist for them.</summary>
internal static class ReportScope
{
    /// <summary>
    /// An auditor sees everything. Verifiers see all but integrity cases. Officers see their agency's own reports, and those
    /// of the ward they serve unless it or its service is confidential: the ward itself may be the matter. Operators see what they
    /// entered themselves. The head of Setda sees what climbed there from a department, unless it is confidential.
    /// Integrity cases are otherwise seen by the responsible agency alone, so never by the accused unit. An integration client sees the reports
    /// of its agencies but no integrity case; one that is not limited to agencies sees nothing that is confidential.
    /// </summary>
    public static IQueryable<Report> VisibleTo(this IQueryable<Report> reports, Actor actor, City city)
    {
        if (actor.May(Permission.ReadIntegrityCases))
        {
            return reports;
        }

        var integrity = city.IntegrityServices;
        if (actor.Client is not null && actor.May(Permission.ReadReports))
        {
            var (own, closed) = (actor.Agencies, city.ConfidentialServices);
            return actor.May(Permission.ReadAllReports)
                ? reports.Where(r => !r.Confidential && !closed.Contains(r.ServiceCode))
                : reports.Where(r => own.Contains(r.AgencyCode!) && !integrity.Contains(r.ServiceCode));
        }

        if (actor.May(Permission.ReadAllReports))
        {
            return reports.Where(r => !integrity.Contains(r.ServiceCode) || (r.AgencyCode != null && r.AgencyCode == actor.AgencyCode));
        }

        if (actor.May(Permission.EnterReports))
        {
            return reports.Where(r => r.History.Any(e => e.Sequence == 1 && e.ActorId == actor.AccountId));
        }

        if (actor.May(Permission.ReadReports))
        {
            var agencies = actor.Agencies;
            var confidential = city.ConfidentialServices;
            var climbs = actor.May(Permission.ReadEscalations) && actor.AgencyCode == EscalationLadder.Setda;
            return agencies.Any(city.Kelurahan.ContainsKey)
                ? reports.Where(r =>
                    (agencies.Contains(r.AgencyCode!) && (!integrity.Contains(r.ServiceCode) || r.AgencyCode == actor.AgencyCode))
                    || (agencies.Contains(r.Place.KelurahanCode!) && !r.Confidential && !confidential.Contains(r.ServiceCode)))
                : reports.Where(r =>
                    (agencies.Contains(r.AgencyCode!) && (!integrity.Contains(r.ServiceCode) || r.AgencyCode == actor.AgencyCode))
                    || (climbs && r.Escalations.Any(e => e.AgencyCode == EscalationLadder.Setda) && !r.Confidential && !confidential.Contains(r.ServiceCode)));
        }

        return reports.Where(_ => false);
    }

    /// <summary>The same as a condition on <c>reports AS r</c>, for a read in SQL of its own; a test holds the two together for every role.</summary>
    public static Sql Sees(this Actor actor, City city)
    {
        if (actor.May(Permission.ReadIntegrityCases))
        {
            return $"true";
        }

        if (actor.Client is not null && actor.May(Permission.ReadReports))
        {
            return actor.May(Permission.ReadAllReports)
                ? (Sql)$"(NOT r.confidential AND r.service_code <> ALL ({city.ConfidentialServices}))"
                : $"(r.agency_code = ANY ({actor.Agencies.ToArray()}) AND r.service_code <> ALL ({city.IntegrityServices}))";
        }

        if (actor.May(Permission.ReadAllReports))
        {
            return $"(r.service_code <> ALL ({city.IntegrityServices}) OR r.agency_code = {actor.AgencyCode})";
        }

        if (actor.May(Permission.EnterReports))
        {
            return $"EXISTS (SELECT FROM report_events AS e WHERE e.report_id = r.id AND e.sequence = 1 AND e.actor_id = {actor.AccountId})";
        }

        if (actor.May(Permission.ReadReports))
        {
            var agencies = actor.Agencies.ToArray();
            // one agency by itself is read along its index, most urgent first
            Sql theirs = agencies is [var only] ? (Sql)$"= {only}" : $"= ANY ({agencies})";
            Sql own = $"(r.agency_code {theirs} AND (r.service_code <> ALL ({city.IntegrityServices}) OR r.agency_code = {actor.AgencyCode}))";
            Sql open = $"NOT r.confidential AND r.service_code <> ALL ({city.ConfidentialServices})";
            if (agencies.Any(city.Kelurahan.ContainsKey))
            {
                return $"({own} OR (r.kelurahan_code {theirs} AND {open}))";
            }

            Sql climbed = $"EXISTS (SELECT FROM escalations AS e WHERE e.report_id = r.id AND e.agency_code = {EscalationLadder.Setda})";
            return actor.May(Permission.ReadEscalations) && actor.AgencyCode == EscalationLadder.Setda ? $"({own} OR ({climbed} AND {open}))" : own;
        }

        return $"false";
    }

    /// <summary>In which roles the actor meets this report.</summary>
    public static Walker RolesOf(this City city, Actor actor, string? agencyCode) =>
        ReportEdges.RolesOf(actor, agencyCode, city.FollowedByVerifiers(agencyCode));
}
