using System.Text;
using System.Xml;
using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.CallCentre.Dispatches;

/// <summary>A dispatch as other control rooms read it.</summary>
public sealed record ExportCap(Guid DispatchId, CapScope Scope) : IQuery<CapDocument>;

/// <param name="Xml">UTF-8.</param>
public sealed record CapDocument(byte[] Xml, int Version);

internal sealed class ExportCapHandler(AppDb db, CityWatch watch, CurrentActor actor, IConfiguration configuration, IHostEnvironment environment) : IRequestHandler<ExportCap, CapDocument>
{
    public async Task<CapDocument> Handle(ExportCap request, CancellationToken cancellationToken)
    {
        var city = watch.Current;
        var dispatch = await db.Dispatches.AsNoTracking().VisibleTo(actor.Value).Include(d => d.Units).Include(d => d.History).AsSplitQuery()
            .SingleOrDefaultAsync(d => d.Id == request.DispatchId, cancellationToken) ?? throw RuleViolation.NotFound();
        if (request.Scope == CapScope.Public && city.ConfidentialServices.Contains(dispatch.ServiceCode))
        {
            throw new RuleViolation("dispatch_confidential", StatusCodes.Status403Forbidden, "scope");
        }

        using var kept = new MemoryStream();
        await using (var writer = XmlWriter.Create(kept, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, Async = true, CheckCharacters = true }))
        {
            await new CapMessage(dispatch, request.Scope, environment.IsProduction(), city, PublicUrl.Of(configuration)).Write().SaveAsync(writer, cancellationToken);
        }

        return new CapDocument(kept.ToArray(), dispatch.Version);
    }
}
