using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.ServiceCatalog;

/// <summary>Names a group of services, or makes one (version 0).</summary>
public sealed record ChangeServiceGroup(string Code, int ExpectedVersion, NewServiceGroup Group) : ICommand<ServiceGroupEntry>, ITakesTurns
{
    string ITakesTurns.Turn => Turns.ReferenceData;
}

public sealed record NewServiceGroup
{
    [Required(ErrorMessage = "required")]
    [MaxLength(Service.NameMax, ErrorMessage = "too_long")]
    [Legible]
    public string Name { get; init; } = "";

    [MaxLength(Service.NameMax, ErrorMessage = "too_long")]
    public string NameEn { get; init; } = "";
}

internal sealed partial class ChangeServiceGroupHandler(AppDb db, AdminHistory history) : IRequestHandler<ChangeServiceGroup, ServiceGroupEntry>
{
    public async Task<ServiceGroupEntry> Handle(ChangeServiceGroup request, CancellationToken cancellationToken)
    {
        var group = await db.ServiceGroups.SingleOrDefaultAsync(one => one.Code == request.Code, cancellationToken);
        if (request.ExpectedVersion != (group?.Version ?? 0))
        {
            throw group is null ? RuleViolation.NotFound() : AppDb.Stale(group.Version);
        }

        var before = group is null ? null : ServiceGroupEntry.Of(group);
        if (group is null)
        {
            if (!WellFormed().IsMatch(request.Code))
            {
                throw new RuleViolation("invalid_format", field: "code");
            }

            group = new ServiceGroup { Code = request.Code, Position = (await db.ServiceGroups.MaxAsync(one => (int?)one.Position, cancellationToken) ?? 0) + 1, Version = 0 };
            db.ServiceGroups.Add(group);
        }

        (group.Name, group.NameEn) = (request.Group.Name.Trim(), request.Group.NameEn.Trim());
        group.Version++;
        var after = ServiceGroupEntry.Of(group);
        history.Add(AdminSubject.ServiceGroup, group.Code, group.Version, before, after);
        return after;
    }

    [GeneratedRegex("^[A-Z][A-Z0-9-]{1,19}$")]
    private static partial Regex WellFormed();
}
