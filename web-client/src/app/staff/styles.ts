import '../../ui/tokens.css';
import '../../ui/base.css';
import '../../ui/controls.css';
import './shell.css';
import '../../ui/print.css';
import './print.css';
