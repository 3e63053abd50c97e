import { Link } from '../../lib/router';
import { useTexts } from '../../lib/texts';
import { Card, Empty } from '../../ui/Card';
import { appTexts } from '../texts';

export function NotFoundPage() {
  const t = useTexts(appTexts);
  return (
    <Card>
      <Empty icon="search" what={t.notFound}>
        <Link to="/" className="button primary">{t.toHome}</Link>
      </Empty>
    </Card>
  );
}
